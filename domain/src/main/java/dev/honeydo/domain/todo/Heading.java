package dev.honeydo.domain.todo;

import dev.honeydo.domain.TextRule;
import java.util.Locale;

/**
 * What a todo is about, in one line.
 *
 * @param value trimmed, 1 to 200 code points, no control characters
 */
public record Heading(String value) {
  private static final TextRule RULE = TextRule.line(1, 200);

  /** Trims and checks. */
  public Heading {
    value = RULE.apply(value);
  }

  /** What headings are put in order by, code point by code point: case does not count. */
  public String sortKey() {
    return value.toLowerCase(Locale.ROOT);
  }
}

package dev.honeydo.domain.todo;

import dev.honeydo.domain.TextRule;

/**
 * A word that groups todos. Two tags are the same when they are equal to the letter.
 *
 * @param value trimmed, 1 to 50 code points, no control characters
 */
public record Tag(String value) {
  private static final TextRule RULE = TextRule.line(1, 50);

  /** Trims and checks. */
  public Tag {
    value = RULE.apply(value);
  }
}

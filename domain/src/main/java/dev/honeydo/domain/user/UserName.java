package dev.honeydo.domain.user;

import dev.honeydo.domain.TextRule;

/**
 * What a user wants to be called.
 *
 * @param value trimmed, 1 to 100 code points, no control characters
 */
public record UserName(String value) {
  private static final TextRule RULE = TextRule.line(1, 100);

  /** Trims and checks. */
  public UserName {
    value = RULE.apply(value);
  }
}

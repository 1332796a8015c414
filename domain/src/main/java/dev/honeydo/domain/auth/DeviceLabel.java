package dev.honeydo.domain.auth;

import dev.honeydo.domain.TextRule;

/**
 * What a user calls the device that a session runs on.
 *
 * @param value trimmed, 1 to 100 code points, no control characters
 */
public record DeviceLabel(String value) {
  private static final TextRule RULE = TextRule.line(1, 100);

  /** Trims and checks. */
  public DeviceLabel {
    value = RULE.apply(value);
  }
}

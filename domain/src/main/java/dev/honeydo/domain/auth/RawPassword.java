package dev.honeydo.domain.auth;

import dev.honeydo.domain.TextRule;

/**
 * A password as somebody presents it, right or wrong. Its bytes are never changed (ASVS 5.0,
 * 6.2.8); its length is bounded so that nobody can have a novel hashed.
 *
 * @param value 1 to 256 code points
 */
public record RawPassword(String value) {
  private static final TextRule RULE = TextRule.secret(1, 256);

  /** Checks the bounds. */
  public RawPassword {
    value = RULE.apply(value);
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "RawPassword[redacted]";
  }
}

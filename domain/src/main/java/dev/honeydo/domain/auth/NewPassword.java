package dev.honeydo.domain.auth;

import dev.honeydo.domain.TextRule;

/**
 * A password that somebody chooses: 8 to 256 code points and no rule of composition (OWASP ASVS
 * 5.0, 6.2.1 and 6.2.5). Whether it is a common one is the {@code CommonPasswords} port's to say.
 */
public record NewPassword(RawPassword raw) {
  private static final TextRule RULE = TextRule.secret(8, 256);

  /** Checks the length. */
  public NewPassword {
    var _ = RULE.apply(raw.value());
  }

  /** The password that {@code text} is. */
  public static NewPassword of(String text) {
    return new NewPassword(new RawPassword(text));
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "NewPassword[redacted]";
  }
}

package dev.honeydo.application.port;

import dev.honeydo.domain.auth.NewPassword;

/**
 * The passwords that attackers try first (OWASP ASVS 5.0, 6.2.4).
 *
 * <p>Thread-safe; never unavailable.
 */
public interface CommonPasswords {

  /** Whether the password may be chosen; letter case makes no password less common. */
  Verdict judge(NewPassword password);

  /** What there is to say of a password. */
  enum Verdict {
    /** Nobody would try it first. */
    UNCOMMON,
    /** It is one of the first that are tried. */
    COMMON
  }
}

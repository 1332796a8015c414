package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.domain.auth.NewPassword;
import java.util.Locale;
import java.util.Set;

/** Knows a dozen of the most common passwords. */
public final class FewCommonPasswords implements CommonPasswords {
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "12345678",
          "123456789",
          "1234567890",
          "qwertyuiop",
          "iloveyou",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "superman",
          "trustno1");

  @Override
  public Verdict judge(NewPassword password) {
    boolean known = COMMON.contains(password.raw().value().toLowerCase(Locale.ROOT));
    return known ? Verdict.COMMON : Verdict.UNCOMMON;
  }
}

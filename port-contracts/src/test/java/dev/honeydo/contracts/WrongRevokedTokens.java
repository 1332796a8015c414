package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.RevokedTokens;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of revoked tokens. */
final class WrongRevokedTokens {
  private WrongRevokedTokens() {}

  static List<WrongDouble<RevokedTokens>> all() {
    return Stream.of(
            WrongRevokedTokensRevoking.ALL,
            WrongRevokedTokensAdvancing.ALL,
            WrongRevokedTokensPurging.ALL,
            LEAKING)
        .flatMap(List::stream)
        .toList();
  }

  private static final List<WrongDouble<RevokedTokens>> LEAKING =
      List.of(
          leaking("REVOKED-37", RevokedTokens.class, "revoke"),
          leaking("REVOKED-38", RevokedTokens.class, "standing"),
          leaking("REVOKED-39", RevokedTokens.class, "epoch"),
          leaking("REVOKED-40", RevokedTokens.class, "advance"),
          leaking("REVOKED-41", RevokedTokens.class, "purge"));
}

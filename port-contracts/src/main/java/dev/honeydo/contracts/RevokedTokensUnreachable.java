package dev.honeydo.contracts;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface RevokedTokensUnreachable extends RevokedTokensSubject {

  @Test
  @DisplayName("REVOKED-37 revoke says when its store is gone")
  default void revokeSaysSo() {
    says(
        "revoke",
        () -> unreachable().revoke(Specimens.userId(), Specimens.tokenId(), now().plusSeconds(1)));
  }

  @Test
  @DisplayName("REVOKED-38 standing says when its store is gone")
  default void standingSaysSo() {
    says("standing", () -> unreachable().standing(Specimens.userId(), Specimens.tokenId()));
  }

  @Test
  @DisplayName("REVOKED-39 epoch says when its store is gone")
  default void epochSaysSo() {
    says("epoch", () -> unreachable().epoch(Specimens.userId()));
  }

  @Test
  @DisplayName("REVOKED-40 advance says when its store is gone")
  default void advanceSaysSo() {
    says("advance", () -> unreachable().advance(Specimens.userId()));
  }

  @Test
  @DisplayName("REVOKED-41 purge says when its store is gone")
  default void purgeSaysSo() {
    says("purge", () -> unreachable().purge(1));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("RevokedTokens", operation, call);
  }
}

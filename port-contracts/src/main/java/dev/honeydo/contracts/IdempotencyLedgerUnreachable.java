package dev.honeydo.contracts;

import dev.honeydo.application.port.IdempotencyLedger.Claim;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface IdempotencyLedgerUnreachable extends IdempotencyLedgerSubject {

  @Test
  @DisplayName("IDEM-50 claim says when its store is gone")
  default void claimSaysSo() {
    says(
        "claim",
        () ->
            unreachable()
                .claim(Specimens.claimKey(), Specimens.fingerprint(), Specimens.seed(), KEEP));
  }

  @Test
  @DisplayName("IDEM-51 complete says when its store is gone")
  default void completeSaysSo() {
    says("complete", () -> unreachable().complete(somebodys(), Specimens.storedAnswer()));
  }

  @Test
  @DisplayName("IDEM-52 abandon says when its store is gone")
  default void abandonSaysSo() {
    says("abandon", () -> unreachable().abandon(somebodys()));
  }

  @Test
  @DisplayName("IDEM-53 withdraw says when its store is gone")
  default void withdrawSaysSo() {
    says("withdraw", () -> unreachable().withdraw(somebodys()));
  }

  @Test
  @DisplayName("IDEM-54 purge says when its store is gone")
  default void purgeSaysSo() {
    says("purge", () -> unreachable().purge(1));
  }

  private static Claim somebodys() {
    return new Claim(Specimens.claimKey(), Specimens.seed(), 1);
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("IdempotencyLedger", operation, call);
  }
}

package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Mismatch;
import dev.honeydo.application.port.IdempotencyLedger.Overtaken;
import dev.honeydo.application.port.IdempotencyLedger.Released;
import dev.honeydo.application.port.IdempotencyLedger.Won;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who has not finished lets others go on; who has done nothing leaves nothing. */
interface IdempotencyLedgerReleasing extends IdempotencyLedgerSubject {

  @Test
  @DisplayName("IDEM-28 what was abandoned can be claimed at once, with the seed of the first")
  default void abandons() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim first = won(key, fingerprint);
    abandoned(first);
    assertThat(won(key, fingerprint)).isEqualTo(new Claim(key, first.seed(), 2));
  }

  @Test
  @DisplayName("IDEM-29 another fingerprint is a mismatch though the claim was abandoned")
  default void mismatchesAbandoned() {
    ClaimKey key = Specimens.claimKey();
    abandoned(won(key, Specimens.fingerprint()));
    assertThat(claim(key, Specimens.fingerprint())).isEqualTo(new Mismatch());
  }

  @Test
  @DisplayName("IDEM-30 who comes after another claim abandons nothing")
  default void staleOwnerAbandonsNothing() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim stale = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    var _ = won(key, fingerprint);
    assertThat(ledger().abandon(stale)).isEqualTo(new Overtaken());
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-31 who abandons a second time, after another claim, abandons nothing")
  default void abandonsOnce() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim first = won(key, fingerprint);
    abandoned(first);
    var _ = won(key, fingerprint);
    assertThat(ledger().abandon(first)).isEqualTo(new Overtaken());
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-32 what is complete cannot be abandoned")
  default void abandonsNothingComplete() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim claim = won(key, fingerprint);
    StoredAnswer answer = completed(claim);
    assertThat(ledger().abandon(claim)).isEqualTo(new Overtaken());
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-33 what was withdrawn leaves its key free for anything")
  default void withdraws() {
    ClaimKey key = Specimens.claimKey();
    assertThat(ledger().withdraw(won(key, Specimens.fingerprint()))).isEqualTo(new Released());
    assertThat(claim(key, Specimens.fingerprint())).isInstanceOf(Won.class);
  }

  @Test
  @DisplayName("IDEM-34 after a withdrawal everything begins anew, the seed too")
  default void forgetsSeed() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim first = won(key, fingerprint);
    assertThat(ledger().withdraw(first)).isEqualTo(new Released());
    Claim second = won(key, fingerprint);
    assertThat(second.attempt()).isEqualTo(1);
    assertThat(second.seed()).isNotEqualTo(first.seed());
  }

  @Test
  @DisplayName("IDEM-35 who comes after another claim withdraws nothing")
  default void staleOwnerWithdrawsNothing() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim stale = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    var _ = won(key, fingerprint);
    assertThat(ledger().withdraw(stale)).isEqualTo(new Overtaken());
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-36 what is complete cannot be withdrawn")
  default void withdrawsNothingComplete() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim claim = won(key, fingerprint);
    StoredAnswer answer = completed(claim);
    assertThat(ledger().withdraw(claim)).isEqualTo(new Overtaken());
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-37 who withdraws a second time, after another claim, withdraws nothing")
  default void withdrawsOnce() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim first = won(key, fingerprint);
    assertThat(ledger().withdraw(first)).isEqualTo(new Released());
    var _ = won(key, fingerprint);
    assertThat(ledger().withdraw(first)).isEqualTo(new Overtaken());
    assertInFlight(key, fingerprint);
  }

  private void abandoned(Claim claim) {
    assertThat(ledger().abandon(claim)).isEqualTo(new Released());
  }
}

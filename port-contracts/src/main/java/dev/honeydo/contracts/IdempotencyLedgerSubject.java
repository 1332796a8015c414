package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Claiming;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import java.time.Duration;

/** What the clauses about idempotency need of the adapter that they try. */
interface IdempotencyLedgerSubject {
  /** How long entries are kept. */
  Duration KEEP = Duration.ofHours(1);

  /** A moment longer than a lease. */
  Duration LEASE_AND_MORE = IdempotencyLedger.LEASE.plusSeconds(1);

  /** The adapter: the same one throughout a test. */
  IdempotencyLedger ledger();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  IdempotencyLedger anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  IdempotencyLedger unreachable();

  /** Lets that much time pass for the adapter and its views, without waiting; back if negative. */
  void elapse(Duration time);

  /** What becomes of a claim with a seed of its own. */
  default Claiming claim(ClaimKey key, Fingerprint fingerprint) {
    return ledger().claim(key, fingerprint, Specimens.seed(), KEEP);
  }

  /** A claim that is won. */
  default Claim won(ClaimKey key, Fingerprint fingerprint) {
    Claiming claiming = claim(key, fingerprint);
    assertThat(claiming).isInstanceOf(IdempotencyLedger.Won.class);
    return ((IdempotencyLedger.Won) claiming).claim();
  }

  /** Asserts that somebody is at work under the key. */
  default void assertInFlight(ClaimKey key, Fingerprint fingerprint) {
    assertThat(claim(key, fingerprint)).isEqualTo(new IdempotencyLedger.InFlight());
  }

  /** Asserts that the key is answered with that body. */
  default void assertReplayed(ClaimKey key, Fingerprint fingerprint, StoredAnswer answer) {
    assertThat(claim(key, fingerprint))
        .isInstanceOfSatisfying(
            IdempotencyLedger.Replay.class,
            it -> assertThat(it.answer().body()).isEqualTo(answer.body()));
  }

  /** Completes a claim that is good. */
  default StoredAnswer completed(Claim claim) {
    StoredAnswer answer = Specimens.storedAnswer();
    assertThat(ledger().complete(claim, answer)).isEqualTo(new IdempotencyLedger.Completed());
    return answer;
  }
}

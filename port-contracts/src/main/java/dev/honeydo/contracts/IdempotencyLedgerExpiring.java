package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Overtaken;
import dev.honeydo.application.port.IdempotencyLedger.Won;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An entry whose time is over is as if it had never been. */
interface IdempotencyLedgerExpiring extends IdempotencyLedgerSubject {

  @Test
  @DisplayName("IDEM-38 an answer is given again to the last millisecond of its time")
  default void keepsToTheEnd() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer answer = completed(won(key, fingerprint));
    elapse(KEEP.minusMillis(1));
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-39 from the millisecond at which its time is over a key is free for anything")
  default void freesExpiredKey() {
    ClaimKey key = Specimens.claimKey();
    var _ = completed(won(key, Specimens.fingerprint()));
    elapse(KEEP);
    assertThat(claim(key, Specimens.fingerprint())).isInstanceOf(Won.class);
  }

  @Test
  @DisplayName("IDEM-40 after its time everything begins anew, the seed too")
  default void beginsAnew() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim first = won(key, fingerprint);
    elapse(KEEP.plusSeconds(1));
    Claim second = won(key, fingerprint);
    assertThat(second.attempt()).isEqualTo(1);
    assertThat(second.seed()).isNotEqualTo(first.seed());
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-41 an owner from before cannot complete what began anew")
  default void tellsGenerationsApart() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim stale = won(key, fingerprint);
    elapse(KEEP.plusSeconds(1));
    var _ = won(key, fingerprint);
    assertThat(ledger().complete(stale, Specimens.storedAnswer())).isEqualTo(new Overtaken());
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-42 what has begun anew can be completed, and is kept as long as the first")
  default void keepsSecondGeneration() {
    ClaimKey key = Specimens.claimKey();
    var _ = completed(won(key, Specimens.fingerprint()));
    elapse(KEEP.plusSeconds(1));
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer answer = completed(won(key, fingerprint));
    elapse(KEEP.minusSeconds(1));
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-43 who comes when the time is over completes nothing")
  default void completesNothingExpired() {
    Claim late = won(Specimens.claimKey(), Specimens.fingerprint());
    elapse(KEEP.plusSeconds(1));
    assertThat(ledger().complete(late, Specimens.storedAnswer())).isEqualTo(new Overtaken());
  }

  @Test
  @DisplayName("IDEM-44 the time begins anew with each claim")
  default void prolongs() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    elapse(KEEP.minusSeconds(1));
    StoredAnswer answer = completed(won(key, fingerprint));
    elapse(KEEP.minusSeconds(1));
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-45 each entry has a time of its own")
  default void keepsEachAsLongAsAsked() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Duration twice = KEEP.multipliedBy(2);
    var first = ledger().claim(key, fingerprint, Specimens.seed(), twice);
    assertThat(first).isInstanceOf(Won.class);
    elapse(KEEP.plusSeconds(1));
    assertThat(claim(key, fingerprint))
        .isInstanceOfSatisfying(Won.class, it -> assertThat(it.claim().attempt()).isEqualTo(2));
  }

  @Test
  @DisplayName("IDEM-46 purging removes nothing whose time is not over")
  default void purgesNothingLive() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer answer = completed(won(key, fingerprint));
    elapse(KEEP.minusMillis(1));
    purge(100);
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-47 purging removes what is over, for good though the clock goes back")
  default void purgesForGood() {
    ClaimKey key = Specimens.claimKey();
    var _ = completed(won(key, Specimens.fingerprint()));
    elapse(KEEP);
    purge(100);
    elapse(Duration.ofMillis(-1));
    assertThat(claim(key, Specimens.fingerprint())).isInstanceOf(Won.class);
  }

  @Test
  @DisplayName("IDEM-48 purging a few at a time comes to an end, and leaves none that is over")
  default void purgesToTheLast() {
    List<ClaimKey> all = Stream.generate(Specimens::claimKey).limit(12).toList();
    all.forEach(it -> won(it, Specimens.fingerprint()));
    elapse(KEEP);
    purge(1);
    elapse(Duration.ofMillis(-1));
    assertThat(all)
        .allSatisfy(it -> assertThat(claim(it, Specimens.fingerprint())).isInstanceOf(Won.class));
  }

  @Test
  @DisplayName("IDEM-49 purging is complete at once where nothing is over")
  default void purgesNothing() {
    var _ = won(Specimens.claimKey(), Specimens.fingerprint());
    purge(100);
    assertThat(ledger().purge(100)).isEqualTo(new Purge(true));
  }

  private void purge(int most) {
    IdempotencyLedger ledger = ledger();
    Purges.run(() -> ledger.purge(most));
  }
}

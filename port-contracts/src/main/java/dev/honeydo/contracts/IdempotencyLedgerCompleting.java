package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Completed;
import dev.honeydo.application.port.IdempotencyLedger.Completion;
import dev.honeydo.application.port.IdempotencyLedger.Overtaken;
import dev.honeydo.application.port.IdempotencyLedger.Replay;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is complete is answered as it was, and nobody changes it. */
interface IdempotencyLedgerCompleting extends IdempotencyLedgerSubject {

  @Test
  @DisplayName("IDEM-17 what is complete is answered as it was, with all that is kept")
  default void replays() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer answer = completed(won(key, fingerprint));
    assertThat(claim(key, fingerprint)).isEqualTo(new Replay(answer));
    elapse(LEASE_AND_MORE);
    assertThat(claim(key, fingerprint)).isEqualTo(new Replay(answer));
  }

  @Test
  @DisplayName("IDEM-18 what an answer does not have it does not get")
  default void keepsAbsence() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer bare =
        new StoredAnswer(204, "", Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(ledger().complete(won(key, fingerprint), bare)).isEqualTo(new Completed());
    assertThat(claim(key, fingerprint)).isEqualTo(new Replay(bare));
  }

  @Test
  @DisplayName("IDEM-19 a body of four megabytes is kept to the letter")
  default void keepsLongBody() {
    String body = (Specimens.UNICODE + Specimens.SYNTAX + "\r\n\t ").repeat(40_000);
    assertKept(body);
  }

  @Test
  @DisplayName("IDEM-20 white space and code points of a body are kept, composed or not")
  default void keepsEveryLetter() {
    assertKept(" \n{\"a\" : \"" + Specimens.UNICODE + "\\u0000\"}\r\n");
  }

  @Test
  @DisplayName("IDEM-21 another view answers at once with what is complete")
  default void replaysInOtherViews() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer answer = completed(won(key, fingerprint));
    assertThat(anotherView().claim(key, fingerprint, Specimens.seed(), KEEP))
        .isEqualTo(new Replay(answer));
  }

  @Test
  @DisplayName("IDEM-22 whose lease is over completes as long as nobody else has claimed the key")
  default void completesLate() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim claim = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    assertReplayed(key, fingerprint, completed(claim));
  }

  @Test
  @DisplayName("IDEM-23 who comes after another claim completes nothing")
  default void ignoresStaleOwner() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim stale = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    var _ = won(key, fingerprint);
    assertThat(ledger().complete(stale, Specimens.storedAnswer())).isEqualTo(new Overtaken());
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-24 who comes after another's completion changes nothing of it")
  default void keepsWinnersAnswer() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim stale = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    StoredAnswer answer = completed(won(key, fingerprint));
    assertThat(ledger().complete(stale, Specimens.storedAnswer())).isEqualTo(new Overtaken());
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-25 who completes twice is answered with the first")
  default void keepsFirstAnswer() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim claim = won(key, fingerprint);
    StoredAnswer answer = completed(claim);
    assertThat(ledger().complete(claim, Specimens.storedAnswer())).isEqualTo(new Overtaken());
    assertReplayed(key, fingerprint, answer);
  }

  @Test
  @DisplayName("IDEM-26 a key that nobody has claimed is not completed")
  default void completesNothingUnclaimed() {
    ClaimKey key = Specimens.claimKey();
    Claim invented = new Claim(key, Specimens.seed(), 1);
    assertThat(ledger().complete(invented, Specimens.storedAnswer())).isEqualTo(new Overtaken());
    var _ = won(key, Specimens.fingerprint());
  }

  @Test
  @DisplayName("IDEM-27 of many that complete one claim at once exactly one does")
  default void oneCompletesInRace() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim claim = won(key, fingerprint);
    IdempotencyLedger other = anotherView();
    List<Completion> all =
        Race.run(number ->
            (number % 2 == 0 ? ledger() : other).complete(claim, Specimens.storedAnswer()));
    assertThat(all).filteredOn(Completed.class::isInstance).hasSize(1);
  }

  private void assertKept(String body) {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    StoredAnswer answer =
        new StoredAnswer(
            200, body, Optional.of("application/json"), Optional.empty(), Optional.empty());
    assertThat(ledger().complete(won(key, fingerprint), answer)).isEqualTo(new Completed());
    assertReplayed(key, fingerprint, answer);
  }
}

package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Claiming;
import dev.honeydo.application.port.IdempotencyLedger.InFlight;
import dev.honeydo.application.port.IdempotencyLedger.Mismatch;
import dev.honeydo.application.port.IdempotencyLedger.Won;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One at a time acts on a key, and whoever follows has the seed of the first. */
interface IdempotencyLedgerClaiming extends IdempotencyLedgerSubject {

  @Test
  @DisplayName("IDEM-1 a key that nobody has claimed is won, with the seed that is given")
  default void winsNewKey() {
    ClaimKey key = Specimens.claimKey();
    Seed seed = Specimens.seed();
    assertThat(ledger().claim(key, Specimens.fingerprint(), seed, KEEP))
        .isEqualTo(new Won(new Claim(key, seed, 1)));
  }

  @Test
  @DisplayName("IDEM-2 a key that is claimed is in flight for everybody else")
  default void keepsOthersAway() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-3 another view finds a key in flight at once")
  default void keepsOtherViewsAway() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    assertThat(anotherView().claim(key, fingerprint, Specimens.seed(), KEEP))
        .isEqualTo(new InFlight());
  }

  @Test
  @DisplayName("IDEM-4 keys that differ in their last letter only are different keys")
  default void tellsKeysApart() {
    String key = Specimens.claimKey().value();
    String all = key.substring(0, key.length() - 1);
    var _ = won(new ClaimKey(all + "8"), Specimens.fingerprint());
    var _ = won(new ClaimKey(all + "9"), Specimens.fingerprint());
  }

  @Test
  @DisplayName("IDEM-5 keys that differ in letter case only are different keys")
  default void tellsCaseApart() {
    String key = Specimens.claimKey().value();
    String all = key.substring(0, key.length() - 1);
    var _ = won(new ClaimKey(all + "A"), Specimens.fingerprint());
    var _ = won(new ClaimKey(all + "a"), Specimens.fingerprint());
  }

  @Test
  @DisplayName("IDEM-6 of many that claim one key at once exactly one wins, the others hear of it")
  default void oneWinsRace() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    assertOneWins(race(key, fingerprint));
  }

  @Test
  @DisplayName("IDEM-7 another fingerprint under a key that is in flight is a mismatch")
  default void mismatchesInFlight() {
    ClaimKey key = Specimens.claimKey();
    var _ = won(key, Specimens.fingerprint());
    assertThat(claim(key, Specimens.fingerprint())).isEqualTo(new Mismatch());
  }

  @Test
  @DisplayName("IDEM-8 another fingerprint under a key that is complete is a mismatch")
  default void mismatchesComplete() {
    ClaimKey key = Specimens.claimKey();
    var _ = completed(won(key, Specimens.fingerprint()));
    assertThat(claim(key, Specimens.fingerprint())).isEqualTo(new Mismatch());
  }

  @Test
  @DisplayName("IDEM-9 another fingerprint is a mismatch though the lease is over")
  default void mismatchesBehindLease() {
    ClaimKey key = Specimens.claimKey();
    var _ = won(key, Specimens.fingerprint());
    elapse(LEASE_AND_MORE);
    assertThat(claim(key, Specimens.fingerprint())).isEqualTo(new Mismatch());
  }

  @Test
  @DisplayName("IDEM-10 a fingerprint that differs in letter case only is another")
  default void tellsFingerprintsApart() {
    ClaimKey key = Specimens.claimKey();
    String fingerprint = Specimens.fingerprint().value();
    var _ = won(key, new Fingerprint(fingerprint + "A"));
    assertThat(claim(key, new Fingerprint(fingerprint + "a"))).isEqualTo(new Mismatch());
  }

  @Test
  @DisplayName("IDEM-11 a key is in flight to the last millisecond of the lease")
  default void keepsWholeLease() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    elapse(IdempotencyLedger.LEASE.minusMillis(1));
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-12 a key can be claimed again from the millisecond at which the lease is over")
  default void endsLease() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    elapse(IdempotencyLedger.LEASE);
    assertThat(claim(key, fingerprint)).isInstanceOf(Won.class);
  }

  @Test
  @DisplayName("IDEM-13 whoever claims a key again has the seed of the first, and the next number")
  default void keepsSeed() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    Claim first = won(key, fingerprint);
    for (int attempt = 2; attempt <= 4; attempt++) {
      elapse(LEASE_AND_MORE);
      assertThat(won(key, fingerprint)).isEqualTo(new Claim(key, first.seed(), attempt));
    }
  }

  @Test
  @DisplayName("IDEM-14 whoever claims a key again has a lease of their own")
  default void givesSecondLease() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    var _ = won(key, fingerprint);
    elapse(IdempotencyLedger.LEASE.minusMillis(1));
    assertInFlight(key, fingerprint);
  }

  @Test
  @DisplayName("IDEM-15 of many that claim a key again at once exactly one wins")
  default void oneWinsSecondRace() {
    ClaimKey key = Specimens.claimKey();
    Fingerprint fingerprint = Specimens.fingerprint();
    var _ = won(key, fingerprint);
    elapse(LEASE_AND_MORE);
    assertOneWins(race(key, fingerprint));
  }

  @Test
  @DisplayName("IDEM-16 of many that claim as many keys at once each wins theirs")
  default void allWinTheirOwn() {
    List<Claiming> all = Race.run(_ -> claim(Specimens.claimKey(), Specimens.fingerprint()));
    assertThat(all).hasOnlyElementsOfType(Won.class);
  }

  private List<Claiming> race(ClaimKey key, Fingerprint fingerprint) {
    IdempotencyLedger other = anotherView();
    return Race.run(number ->
        (number % 2 == 0 ? ledger() : other).claim(key, fingerprint, Specimens.seed(), KEEP));
  }

  private static void assertOneWins(List<Claiming> all) {
    assertThat(all).filteredOn(Won.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(it -> !(it instanceof Won)).containsOnly(new InFlight());
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries in a map, behind one lock. */
public final class InMemoryIdempotencyLedger implements IdempotencyLedger {
  private final Availability availability = new Availability("IdempotencyLedger");
  private final Map<ClaimKey, Entry> entries = new HashMap<>();
  private final InstantSource clock;

  /** An empty ledger that goes by {@code clock}. */
  public InMemoryIdempotencyLedger(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes the ledger reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Claiming claim(
      ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
    availability.check("claim");
    Instant now = clock.instant();
    Entry found = entries.get(key);
    if (found == null || !now.isBefore(found.endsAt)) {
      return won(new Claim(key, seed, 1), fingerprint, now, keep);
    }
    if (!found.fingerprint.equals(fingerprint)) {
      return new Mismatch();
    }
    if (found.answer.isPresent()) {
      return new Replay(found.answer.get());
    }
    if (now.isBefore(found.leasedUntil)) {
      return new InFlight();
    }
    return won(
        new Claim(key, found.claim.seed(), found.claim.attempt() + 1), fingerprint, now, keep);
  }

  private Won won(Claim claim, Fingerprint fingerprint, Instant now, Duration keep) {
    entries.put(
        claim.key(),
        new Entry(claim, fingerprint, now.plus(LEASE), now.plus(keep), Optional.empty()));
    return new Won(claim);
  }

  @Override
  public synchronized Completion complete(Claim claim, StoredAnswer answer) {
    availability.check("complete");
    Entry entry = entryOf(claim);
    if (entry == null) {
      return new Overtaken();
    }
    entries.put(
        claim.key(),
        new Entry(claim, entry.fingerprint, entry.leasedUntil, entry.endsAt, Optional.of(answer)));
    return new Completed();
  }

  @Override
  public synchronized Release abandon(Claim claim) {
    availability.check("abandon");
    Entry entry = entryOf(claim);
    if (entry == null) {
      return new Overtaken();
    }
    entries.put(
        claim.key(),
        new Entry(claim, entry.fingerprint, clock.instant(), entry.endsAt, Optional.empty()));
    return new Released();
  }

  @Override
  public synchronized Release withdraw(Claim claim) {
    availability.check("withdraw");
    if (entryOf(claim) == null) {
      return new Overtaken();
    }
    entries.remove(claim.key());
    return new Released();
  }

  @Override
  public synchronized Purge purge(int most) {
    availability.check("purge");
    Instant now = clock.instant();
    List<ClaimKey> past =
        entries.values().stream()
            .filter(it -> !now.isBefore(it.endsAt))
            .map(it -> it.claim.key())
            .toList();
    past.stream().limit(most).forEach(entries::remove);
    return new Purge(past.size() <= most);
  }

  /** The entry that the claim may change, if there is one. */
  private @Nullable Entry entryOf(Claim claim) {
    Entry entry = entries.get(claim.key());
    boolean open =
        entry != null
            && entry.claim.equals(claim)
            && entry.answer.isEmpty()
            && clock.instant().isBefore(entry.endsAt);
    return open ? entry : null;
  }

  private record Entry(
      Claim claim,
      Fingerprint fingerprint,
      Instant leasedUntil,
      Instant endsAt,
      Optional<StoredAnswer> answer) {}
}

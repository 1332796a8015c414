package dev.honeydo.adapters.http;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.io.IOException;
import java.time.Duration;

/** A ledger that goes away between the effect and the answer, when a test wants it to. */
final class LedgerInDoubt implements IdempotencyLedger {
  private final IdempotencyLedger kept;
  private volatile boolean cut;

  LedgerInDoubt(IdempotencyLedger kept) {
    this.kept = kept;
  }

  /** Whether nothing is completed from now on. */
  void cutBeforeCompletion(boolean now) {
    cut = now;
  }

  @Override
  public Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
    return kept.claim(key, fingerprint, seed, keep);
  }

  @Override
  public Completion complete(Claim claim, StoredAnswer answer) {
    if (cut) {
      throw new PortUnavailable(
          "IdempotencyLedger", "complete", new IOException("made unavailable by a test"));
    }
    return kept.complete(claim, answer);
  }

  @Override
  public Release abandon(Claim claim) {
    return kept.abandon(claim);
  }

  @Override
  public Release withdraw(Claim claim) {
    return kept.withdraw(claim);
  }

  @Override
  public Purge purge(int most) {
    return kept.purge(most);
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;

/** A ledger that keeps other keys, fingerprints, seeds or answers than it is given. */
class Renaming implements IdempotencyLedger {
  private final IdempotencyLedger right;

  Renaming(IdempotencyLedger right) {
    this.right = right;
  }

  ClaimKey key(ClaimKey key) {
    return key;
  }

  Fingerprint fingerprint(Fingerprint fingerprint) {
    return fingerprint;
  }

  Seed seed(Seed seed) {
    return seed;
  }

  StoredAnswer answer(StoredAnswer answer) {
    return answer;
  }

  @Override
  public Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
    Claiming answer = right.claim(key(key), fingerprint(fingerprint), seed(seed), keep);
    return answer instanceof Won(Claim claim)
        ? new Won(new Claim(key, claim.seed(), claim.attempt()))
        : answer;
  }

  @Override
  public Completion complete(Claim claim, StoredAnswer answer) {
    return right.complete(kept(claim), answer(answer));
  }

  @Override
  public Release abandon(Claim claim) {
    return right.abandon(kept(claim));
  }

  @Override
  public Release withdraw(Claim claim) {
    return right.withdraw(kept(claim));
  }

  @Override
  public Purge purge(int most) {
    return right.purge(most);
  }

  private Claim kept(Claim claim) {
    return new Claim(key(claim.key()), claim.seed(), claim.attempt());
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What is wrong with a double of ledgers: each part stands for one method, or changes its answer.
 */
record IdempotencyLedgerDefect(
    OnClaim claiming,
    OnComplete completing,
    OnRelease abandoning,
    OnRelease withdrawing,
    OnPurge purging)
    implements BiFunction<IdempotencyLedger, InstantSource, IdempotencyLedger> {
  static final IdempotencyLedgerDefect NONE =
      new IdempotencyLedgerDefect(
          (_, _, answer) -> answer,
          (it, claim, answer) -> it.right.complete(claim, answer),
          (it, claim) -> it.right.abandon(claim),
          (it, claim) -> it.right.withdraw(claim),
          (it, most) -> it.right.purge(most));

  static IdempotencyLedgerDefect claiming(OnClaim it) {
    return new IdempotencyLedgerDefect(
        it, NONE.completing, NONE.abandoning, NONE.withdrawing, NONE.purging);
  }

  static IdempotencyLedgerDefect completing(OnComplete it) {
    return new IdempotencyLedgerDefect(
        NONE.claiming, it, NONE.abandoning, NONE.withdrawing, NONE.purging);
  }

  static IdempotencyLedgerDefect abandoning(OnRelease it) {
    return new IdempotencyLedgerDefect(
        NONE.claiming, NONE.completing, it, NONE.withdrawing, NONE.purging);
  }

  static IdempotencyLedgerDefect withdrawing(OnRelease it) {
    return new IdempotencyLedgerDefect(
        NONE.claiming, NONE.completing, NONE.abandoning, it, NONE.purging);
  }

  static IdempotencyLedgerDefect purging(OnPurge it) {
    return new IdempotencyLedgerDefect(
        NONE.claiming, NONE.completing, NONE.abandoning, NONE.withdrawing, it);
  }

  @Override
  public IdempotencyLedger apply(IdempotencyLedger right, InstantSource clock) {
    return new Spoilt(right, clock, this);
  }

  /** Changes what a claim comes to. */
  interface OnClaim {
    IdempotencyLedger.Claiming answer(Spoilt it, Asked asked, IdempotencyLedger.Claiming answer);
  }

  /** Stands for complete. */
  interface OnComplete {
    IdempotencyLedger.Completion complete(
        Spoilt it, IdempotencyLedger.Claim claim, StoredAnswer answer);
  }

  /** Stands for abandon or withdraw. */
  interface OnRelease {
    IdempotencyLedger.Release release(Spoilt it, IdempotencyLedger.Claim claim);
  }

  /** Stands for purge. */
  interface OnPurge {
    Purge purge(Spoilt it, int most);
  }

  /** What a claim asked for. */
  record Asked(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {

    /** A claim that the double makes up. */
    IdempotencyLedger.Won won() {
      return new IdempotencyLedger.Won(new IdempotencyLedger.Claim(key, seed, 1));
    }
  }

  /** What a view knows of an entry: how it was claimed first and last. */
  record Known(
      IdempotencyLedger.Claim claim,
      Fingerprint fingerprint,
      Instant first,
      Instant last,
      Duration keep) {

    /** Whether the entry is about something else than what is asked for now. */
    boolean isAboutAnother(Asked asked) {
      return !fingerprint.value().equalsIgnoreCase(asked.fingerprint().value());
    }
  }

  /** The double: asks the right adapter, and remembers what it was asked. */
  static final class Spoilt implements IdempotencyLedger {
    /** The right adapter. */
    final IdempotencyLedger right;

    /** The clock that it goes by. */
    final InstantSource clock;

    /** What it was asked, in turn. */
    final Calls calls = new Calls();

    /** What this view has won. */
    final Map<ClaimKey, Known> won = new ConcurrentHashMap<>();

    /** What this view has completed, and with what. */
    final Map<ClaimKey, StoredAnswer> answers = new ConcurrentHashMap<>();

    /** What this view has abandoned or withdrawn. */
    final Set<Claim> released = ConcurrentHashMap.newKeySet();

    /** The keys that were claimed before any race. */
    final Set<ClaimKey> old = ConcurrentHashMap.newKeySet();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    /** Whatever else a defect must keep. */
    final Map<ClaimKey, StoredAnswer> kept = new ConcurrentHashMap<>();

    private final Instant opened;
    private final IdempotencyLedgerDefect defect;

    Spoilt(IdempotencyLedger right, InstantSource clock, IdempotencyLedgerDefect defect) {
      this.right = right;
      this.clock = clock;
      this.opened = clock.instant();
      this.defect = defect;
    }

    /** What this view has won under that key. */
    Optional<Known> known(ClaimKey key) {
      return Optional.ofNullable(won.get(key));
    }

    /** Whether no time has passed since there is this view. */
    boolean isNew() {
      return clock.instant().equals(opened);
    }

    /** How long ago this view won the key last; nothing where it has not. */
    Duration sinceLast(ClaimKey key) {
      return known(key).map(it -> Duration.between(it.last, clock.instant())).orElse(Duration.ZERO);
    }

    /** How long ago this view won the key first; nothing where it has not. */
    Duration sinceFirst(ClaimKey key) {
      return known(key)
          .map(it -> Duration.between(it.first, clock.instant()))
          .orElse(Duration.ZERO);
    }

    /** The claim of that key that is the latest for all this view knows. */
    Claim latest(Claim claim) {
      return known(claim.key()).map(Known::claim).orElse(claim);
    }

    @Override
    public Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
      calls.note("claim");
      Claiming answer = right.claim(key, fingerprint, seed, keep);
      Claiming spoilt =
          defect.claiming.answer(this, new Asked(key, fingerprint, seed, keep), answer);
      if (answer instanceof Won(Claim claim)) {
        Instant now = clock.instant();
        Instant first = claim.isFirst() ? now : known(key).map(Known::first).orElse(now);
        won.put(key, new Known(claim, fingerprint, first, now, keep));
        if (!WrongDouble.inARace()) {
          old.add(key);
        }
      }
      return spoilt;
    }

    @Override
    public Completion complete(Claim claim, StoredAnswer answer) {
      calls.note("complete");
      Completion completion = defect.completing.complete(this, claim, answer);
      if (completion instanceof Completed) {
        answers.put(claim.key(), answer);
      }
      return completion;
    }

    @Override
    public Release abandon(Claim claim) {
      calls.note("abandon");
      Release release = defect.abandoning.release(this, claim);
      released.add(claim);
      return release;
    }

    @Override
    public Release withdraw(Claim claim) {
      calls.note("withdraw");
      Release release = defect.withdrawing.release(this, claim);
      released.add(claim);
      return release;
    }

    @Override
    public Purge purge(int most) {
      calls.note("purge");
      return defect.purging.purge(this, most);
    }
  }
}

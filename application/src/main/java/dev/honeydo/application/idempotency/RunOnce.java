package dev.honeydo.application.idempotency;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;

/**
 * Does what is asked for under a key, unless it was done before.
 *
 * <p>The work may be begun more than once, also at the same time: each time with the same seed, so
 * that it makes the same things. An answer is kept before anybody sees it.
 */
public final class RunOnce {
  private final IdempotencyLedger ledger;
  private final Ids ids;
  private final KeyLifetime lifetime;

  /** Wires the use case. */
  public RunOnce(IdempotencyLedger ledger, Ids ids, KeyLifetime lifetime) {
    this.ledger = ledger;
    this.ids = ids;
    this.lifetime = lifetime;
  }

  /** Does the work, or tells why not. Whatever the work throws is thrown. */
  public <A> Outcome<A> handle(Command<A> command) {
    Seed seed = new Seed(ids.next());
    return switch (ledger.claim(command.key(), command.fingerprint(), seed, lifetime.value())) {
      case IdempotencyLedger.Won(Claim claim) -> new Ran<>(settled(claim, command.work()));
      case IdempotencyLedger.InFlight() -> new StillRunning<>();
      case IdempotencyLedger.Replay(StoredAnswer answer) -> new Replayed<>(answer);
      case IdempotencyLedger.Mismatch() -> new KeyReused<>();
    };
  }

  private <A> A settled(Claim claim, Work<A> work) {
    return switch (run(claim, work)) {
      case Finished<A>(A answer, StoredAnswer stored) -> {
        // Where another has claimed it meanwhile, they have found the same and keep their answer.
        IdempotencyLedger.Completion _ = ledger.complete(claim, stored);
        yield answer;
      }
      case Refused<A>(A answer) -> {
        // That this attempt did nothing says nothing of those before it.
        IdempotencyLedger.Release _ =
            claim.isFirst() ? ledger.withdraw(claim) : ledger.abandon(claim);
        yield answer;
      }
      case Failed<A>(A answer) -> {
        IdempotencyLedger.Release _ = ledger.abandon(claim);
        yield answer;
      }
    };
  }

  private <A> Result<A> run(Claim claim, Work<A> work) {
    try {
      return work.run(claim.seed());
    } catch (RuntimeException | Error failed) {
      abandonAfter(failed, claim);
      throw failed;
    }
  }

  private void abandonAfter(Throwable failed, Claim claim) {
    try {
      IdempotencyLedger.Release _ = ledger.abandon(claim);
    } catch (RuntimeException second) {
      failed.addSuppressed(second);
    }
  }

  /**
   * What is to be done once.
   *
   * @param <A> what it is answered with
   */
  public record Command<A>(ClaimKey key, Fingerprint fingerprint, Work<A> work) {}

  /** What is done. */
  @FunctionalInterface
  public interface Work<A> {
    /** Does it; every id that it makes is the seed, or derived from it. */
    Result<A> run(Seed seed);
  }

  /** What the work comes to. */
  public sealed interface Result<A> {}

  /** The answer would be the same again: it is kept as {@code stored}. */
  public record Finished<A>(A answer, StoredAnswer stored) implements Result<A> {}

  /** It was refused before it had any effect; nothing is kept, and the key is free again. */
  public record Refused<A>(A answer) implements Result<A> {}

  /** It may have had its effect or not; the next attempt goes on where this one stopped. */
  public record Failed<A>(A answer) implements Result<A> {}

  /** What became of it. */
  public sealed interface Outcome<A> {}

  /** It was done now. */
  public record Ran<A>(A answer) implements Outcome<A> {}

  /** It was done before. */
  public record Replayed<A>(StoredAnswer answer) implements Outcome<A> {}

  /** It is being done. */
  public record StillRunning<A>() implements Outcome<A> {}

  /** Something else was asked for under that key. */
  public record KeyReused<A>() implements Outcome<A> {}
}

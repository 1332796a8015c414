package dev.honeydo.application.port;

import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;

/**
 * What was asked for under a key of the client's choice, and what it was answered with.
 *
 * <p>An entry begins with the first claim of its key and is there until its time is over, counted
 * from its latest claim by the store's clock; then it is as if it had never been. Whoever has the
 * claim has a <em>lease</em> of {@link #LEASE}. When that is over and nobody has completed the
 * entry, its owner may have died half way, or be slow: the key can be claimed again, with the
 * <em>seed</em> of the first claim, from which every id is derived that the request makes. So what
 * is begun anew makes the same things, and the stores of those things tell what is there already.
 *
 * <p><b>Guarantees.</b> However many claim a key at once, one wins. Only the latest claim of an
 * entry can change it, and only until it is completed. What was answered is durable and seen by
 * every later call of every instance.
 *
 * <p><b>Does not guarantee</b> that a request is under way once only: who has lost its lease does
 * not know it yet.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; whether a
 * write took effect is then unknown.
 *
 * <p>Thread-safe.
 */
public interface IdempotencyLedger {
  /** How long a claim keeps others away unless it is completed or released. */
  Duration LEASE = Duration.ofSeconds(5);

  /**
   * Claims a key, in one step that reads, decides and writes.
   *
   * @param seed what ids are to be derived from if this is the key's first claim; never used before
   * @param keep how long the entry is kept from now on if this claim is won; longer than the lease
   */
  Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep);

  /** Keeps the answer for whoever claims the key from now on. */
  Completion complete(Claim claim, StoredAnswer answer);

  /** Ends the lease at once; the entry stays, because the effect may have happened. */
  Release abandon(Claim claim);

  /** Removes the entry, of which it is certain that no effect happened. */
  Release withdraw(Claim claim);

  /**
   * Removes entries whose time is over.
   *
   * @param most about how many to look at, at least 1
   */
  Purge purge(int most);

  /**
   * The right to act on an entry.
   *
   * @param seed the entry's, by which it is told from an earlier one of the same key
   * @param attempt which claim of the entry it is, from 1
   */
  record Claim(ClaimKey key, Seed seed, long attempt) {

    /** Whether nobody has acted on the entry before. */
    public boolean isFirst() {
      return attempt == 1;
    }
  }

  /** What becomes of a {@link #claim}. */
  sealed interface Claiming {}

  /** The claim is the caller's. */
  record Won(Claim claim) implements Claiming {}

  /** Somebody else has the claim, and a lease that is not over. Nothing was written. */
  record InFlight() implements Claiming {}

  /** The entry is complete. Nothing was written. */
  record Replay(StoredAnswer answer) implements Claiming {}

  /** The key was claimed with another fingerprint. Nothing was written. */
  record Mismatch() implements Claiming {}

  /** What becomes of a {@link #complete}. */
  sealed interface Completion {}

  /** The answer is kept. */
  record Completed() implements Completion {}

  /** What becomes of an {@link #abandon} or a {@link #withdraw}. */
  sealed interface Release {}

  /** The claim is nobody's. */
  record Released() implements Release {}

  /**
   * The entry is complete, somebody else has claimed it since, or its time is over. Nothing was
   * written.
   */
  record Overtaken() implements Completion, Release {}
}

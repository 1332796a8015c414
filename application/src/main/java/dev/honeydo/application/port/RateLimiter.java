package dev.honeydo.application.port;

import java.time.Duration;
import java.util.List;

/**
 * Counts what is asked for, and says when it is too much.
 *
 * <p><b>Guarantees.</b> A request is charged to all of its buckets or to none, in one step: however
 * many are charged at once, no bucket gives more than its limit. What is refused costs nothing, so
 * that whoever waits as long as told is admitted unless others were first. A bucket whose units
 * have all come back is forgotten by itself.
 *
 * <p><b>Does not guarantee</b> that a count outlives the store: a bucket that is lost is a full
 * one.
 *
 * <p><b>When the store is unreachable</b> an adapter of a store throws {@link PortUnavailable}, and
 * the charge may have been made. What the use cases are given counts within this process then, and
 * never throws.
 *
 * <p>Thread-safe.
 */
public interface RateLimiter {

  /** Charges a request. */
  Spending spend(Charge charge);

  /** What became of a charge. */
  sealed interface Spending {}

  /**
   * It is made.
   *
   * @param standings how each bucket stands now, in the order of the charge
   */
  record Admitted(List<Standing> standings) implements Spending {
    /** Copies the list. */
    public Admitted {
      standings = List.copyOf(standings);
    }
  }

  /**
   * One bucket at least has too little; nothing was spent.
   *
   * @param by the limit that has to be waited for longest
   * @param retryAfter how long; positive
   * @param standings how each bucket stands, in the order of the charge
   */
  record Refused(RateLimit by, Duration retryAfter, List<Standing> standings) implements Spending {
    /** Copies the list. */
    public Refused {
      standings = List.copyOf(standings);
    }
  }
}

package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.UnheardWriters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether other instances write what Redis does not hear of: the record is asked, by a thread of
 * its own, about once a second while Redis is there. As long as somebody does, and while it is not
 * known, copies in Redis answer by themselves for {@link Ages#ALONE} only.
 *
 * <p>An instance notes itself before it writes, so what was read before the record was asked is
 * older than any such write that it did not know of. That is where the bounds come from.
 *
 * <p>Thread-safe.
 */
final class OthersNotes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OthersNotes.class);
  private static final Duration BEAT = Duration.ofMillis(750);

  /** How long the record's last answer counts, in milliseconds. */
  private static final long COUNTS = 1_500;

  /** By how much the clocks of instances may differ, and a note be older than what it is about. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final UnheardWriters record;
  private final OwnNote own;
  private final BooleanSupplier isRedisThere;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Duration longest;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("unheard-writers").factory());
  private volatile @Nullable Long absentSince;

  /**
   * Knows nothing yet.
   *
   * @param longest longer than any copy answers: what was noted before is of nobody's concern
   */
  OthersNotes(
      UnheardWriters record,
      OwnNote own,
      BooleanSupplier isRedisThere,
      InstantSource clock,
      LongSupplier nanoTime,
      Duration longest) {
    this.record = record;
    this.own = own;
    this.isRedisThere = isRedisThere;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.longest = longest.plus(MARGIN);
  }

  /** Begins to ask. */
  void begin() {
    var _ = thread.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), MILLISECONDS);
  }

  private void beat() {
    try {
      own.tend();
      if (isRedisThere.getAsBoolean()) {
        ask();
      }
    } catch (PortUnavailable gone) {
      // Its last answer counts for as long as it does.
    } catch (RuntimeException bug) {
      LOG.error("The thread that asks for unheard writers goes on after a bug", bug);
    }
  }

  private synchronized void ask() {
    long asked = nanoTime.getAsLong();
    Instant since = clock.instant().minus(longest);
    boolean somebody = record.present(since).stream().anyMatch(it -> !it.equals(own.self()));
    boolean before = areAbsent();
    absentSince = somebody ? null : asked;
    if (somebody && before) {
      LOG.warn("Some instance writes what Redis does not hear of: copies count for 2 s only");
    }
  }

  /** Whether nobody else writes unheard, as far as was asked of late. */
  boolean areAbsent() {
    return sinceAsked() < COUNTS;
  }

  /**
   * Whether the record was asked after {@code at} and knew of nobody: what was written unheard
   * before then has been heard of by now. It is asked now, if it was not, unless somebody is known.
   */
  boolean wereAbsentAfter(long at) {
    if (areKnownAbsentAfter(at) || absentSince == null) {
      return areKnownAbsentAfter(at);
    }
    try {
      synchronized (this) {
        if (!areKnownAbsentAfter(at)) {
          ask();
        }
      }
    } catch (PortUnavailable gone) {
      return false;
    }
    return areKnownAbsentAfter(at);
  }

  /** Whether {@link #wereAbsentAfter}, as far as that is known without asking. */
  boolean areKnownAbsentAfter(long at) {
    Long asked = absentSince;
    return asked != null && asked - at > 0;
  }

  /**
   * For how many milliseconds from now on a good copy of that age can be believed; none, if that is
   * not above 0.
   */
  long believable(long age) {
    long since = sinceAsked();
    return Math.max(Ages.ALONE - age, since < COUNTS ? Ages.ALONE - since : 0);
  }

  private long sinceAsked() {
    Long asked = absentSince;
    return asked == null
        ? Long.MAX_VALUE
        : Duration.ofNanos(nanoTime.getAsLong() - asked).toMillis();
  }

  @Override
  public void close() {
    var _ = thread.shutdownNow();
  }
}

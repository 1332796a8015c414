package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Has something done once a second at most; more seldom, down to once in {@value #LONGEST_SECONDS}
 * s, while it is wanted again and again, as it is when it does not help.
 *
 * <p>Thread-safe.
 */
final class Restraint {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int LONGEST_SECONDS = 16;
  private static final Duration LONGEST = Duration.ofSeconds(LONGEST_SECONDS);

  private final ScheduledExecutorService executor;
  private Duration pause = SHORTEST;
  private boolean resting;
  private boolean wanted;

  /** By the time of that executor. */
  Restraint(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  /** Whether it may be done now. */
  synchronized boolean isFree() {
    if (resting) {
      wanted = true;
      return false;
    }
    resting = true;
    wanted = false;
    var _ = executor.schedule(this::rested, pause.toMillis(), MILLISECONDS);
    return true;
  }

  private synchronized void rested() {
    Duration twice = pause.multipliedBy(2);
    pause = !wanted ? SHORTEST : twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    resting = false;
  }
}

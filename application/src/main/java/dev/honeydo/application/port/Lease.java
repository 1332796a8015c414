package dev.honeydo.application.port;

import java.time.Duration;

/**
 * How long a lock outlives an owner of whom nothing is heard any more.
 *
 * @param length whole milliseconds, from {@link #SHORTEST} to {@link #LONGEST}
 */
public record Lease(Duration length) {
  /** Renewed three times in it, and each time the store may be slow. */
  public static final Duration SHORTEST = Duration.ofSeconds(1);

  /** An owner that was killed must not keep others waiting for longer. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** Checks the bounds. */
  public Lease {
    if (length.compareTo(SHORTEST) < 0
        || length.compareTo(LONGEST) > 0
        || !length.equals(Duration.ofMillis(length.toMillis()))) {
      throw new IllegalArgumentException(
          "a lease lasts from " + SHORTEST + " to " + LONGEST + ", in whole milliseconds");
    }
  }

  /** The lease of that many seconds. */
  public static Lease ofSeconds(long seconds) {
    return new Lease(Duration.ofSeconds(seconds));
  }
}

package dev.honeydo.application.port;

import java.time.Duration;

/**
 * How much may be asked for in how long: a quota that can be spent at once and comes back evenly, a
 * unit every {@link #interval}.
 *
 * @param name what clients and buckets know it by: small letters and hyphens, at most 32
 * @param quota 1 to {@value #MOST}
 * @param window in which the whole quota comes back: whole seconds, from one to {@link #LONGEST}
 */
public record RateLimit(String name, int quota, Duration window) {
  /** The largest quota. */
  public static final int MOST = 1_000_000;

  /** The longest window. */
  public static final Duration LONGEST = Duration.ofDays(1);

  /** Checks the bounds. */
  public RateLimit {
    if (!name.matches("[a-z][a-z-]{0,31}")) {
      throw new IllegalArgumentException("a name is of 1 to 32 small letters and hyphens");
    }
    if (quota < 1 || quota > MOST) {
      throw new IllegalArgumentException("a quota is 1 to " + MOST);
    }
    if (!window.isPositive()
        || window.compareTo(LONGEST) > 0
        || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
      throw new IllegalArgumentException("a window is of whole seconds, up to a day");
    }
  }

  /** How long a unit takes to come back: whole microseconds, rounded up. */
  public Duration interval() {
    long micros = window.toSeconds() * 1_000_000;
    return Duration.ofNanos(Math.ceilDiv(micros, quota) * 1_000);
  }

  /** How long an empty bucket takes to be full: the window, give or take the rounding. */
  public Duration capacity() {
    return interval().multipliedBy(quota);
  }

  /** The share of this limit that one of so many holds, at least one unit. */
  public RateLimit dividedBy(int parts) {
    return new RateLimit(name, Math.max(1, quota / parts), window);
  }
}

package dev.honeydo.domain.auth;

import java.time.Duration;

/**
 * How long sessions live and how many one user can have (OWASP ASVS 5.0, 7.3.1, 7.3.2 and 7.1.2).
 *
 * @param idle how long a session lives unused; positive
 * @param absolute how long it lives however much it is used; at least {@code idle}
 * @param perUser how many a user can have, at least 1: one more, and the oldest goes
 */
public record SessionLimits(Duration idle, Duration absolute, int perUser) {
  /** A day unused, thirty days in all, ten for each user. */
  public static final SessionLimits DEFAULT =
      new SessionLimits(Duration.ofHours(24), Duration.ofDays(30), 10);

  /** Checks the bounds. */
  public SessionLimits {
    if (!idle.isPositive() || absolute.compareTo(idle) < 0 || perUser < 1) {
      throw new IllegalArgumentException("limits must be positive, and absolute at least idle");
    }
  }
}

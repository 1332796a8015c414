package dev.honeydo.application.port;

import java.time.Duration;

/**
 * How a bucket stands.
 *
 * @param limit the limit that was applied
 * @param remaining how many whole units are left
 * @param reset how long until all of the quota is, if nothing more is spent
 */
public record Standing(RateLimit limit, int remaining, Duration reset) {

  /** Checks the bounds. */
  public Standing {
    if (remaining < 0 || remaining > limit.quota() || reset.isNegative()) {
      throw new IllegalArgumentException("what remains is 0 to the quota, and comes back later");
    }
  }

  /** How long until there is a unit more; zero where there are all. */
  public Duration next() {
    Duration others = limit.interval().multipliedBy(Math.max(0, limit.quota() - remaining - 1L));
    Duration next = reset.minus(others);
    return next.isNegative() ? Duration.ZERO : next;
  }
}

package dev.honeydo.application.limit;

import dev.honeydo.application.port.RateLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * How much of what may be asked for. Each is absent where it is switched off.
 *
 * @param login logins from one address, and likewise logins to one account
 * @param register registrations from one address
 * @param refresh refreshes of one login
 * @param api requests of one user
 */
public record RateLimits(
    Optional<Rate> login, Optional<Rate> register, Optional<Rate> refresh, Optional<Rate> api) {

  /** What holds unless told otherwise. */
  public static final RateLimits DEFAULT =
      new RateLimits(of(5, 60), of(3, 3_600), of(30, 60), of(600, 60));

  /** No limit at all. */
  public static final RateLimits OFF =
      new RateLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static Optional<Rate> of(int quota, int seconds) {
    return Optional.of(new Rate(quota, Duration.ofSeconds(seconds)));
  }

  /** A quota in a window, bounded as a {@link RateLimit} is. */
  public record Rate(int quota, Duration window) {
    /** Checks the bounds. */
    public Rate {
      var _ = new RateLimit("rate", quota, window);
    }

    /** The limit of that name. */
    RateLimit named(String name) {
      return new RateLimit(name, quota, window);
    }
  }
}

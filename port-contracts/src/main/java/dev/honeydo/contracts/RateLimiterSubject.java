package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the clauses about limits need of the adapter that they try. */
interface RateLimiterSubject {
  /** Five in an hour: one comes back every {@link #INTERVAL}. */
  RateLimit FIVE = new RateLimit("five", 5, Duration.ofHours(1));

  /** Three in an hour. */
  RateLimit THREE = new RateLimit("three", 3, Duration.ofHours(1));

  /** How long one of {@link #FIVE} takes to come back. */
  Duration INTERVAL = Duration.ofMinutes(12);

  /** How much time may pass by itself in a clause, where the store's clock cannot be stopped. */
  Duration SLACK = Duration.ofMinutes(1);

  /** The adapter: the same one throughout a test. */
  RateLimiter limiter();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  RateLimiter anotherView();

  /**
   * An adapter that was open and whose store is gone; empty where there is no store that could go.
   */
  Optional<RateLimiter> unreachable();

  /**
   * Lets that much time pass for the adapter and its views, without waiting. Where the store has a
   * clock of its own, what it keeps may be moved into the past instead.
   */
  void elapse(Duration time);

  /** A subject that nobody has charged. */
  default String subject() {
    return UUID.randomUUID().toString();
  }

  /** A charge to one bucket. */
  default Charge charge(RateLimit limit, String subject, int cost) {
    return new Charge("partition", List.of(new Bucket(limit, subject)), cost);
  }

  /** A charge of one to two buckets of one subject. */
  default Charge both(RateLimit first, RateLimit second, String subject) {
    return new Charge(
        "partition", List.of(new Bucket(first, subject), new Bucket(second, subject)), 1);
  }

  /** How the buckets stand after a charge that must be made. */
  default List<Standing> admitted(RateLimiter limiter, Charge charge) {
    return switch (limiter.spend(charge)) {
      case Admitted(List<Standing> standings) -> standings;
      case Refused refused -> throw new AssertionError("must not be refused: " + refused);
    };
  }

  /** The refusal of a charge that must be refused. */
  default Refused refused(RateLimiter limiter, Charge charge) {
    return switch (limiter.spend(charge)) {
      case Refused refused -> refused;
      case Admitted admitted -> throw new AssertionError("must not be admitted: " + admitted);
    };
  }

  /** What remains of the only bucket after a charge that must be made. */
  default int remaining(RateLimiter limiter, Charge charge) {
    return admitted(limiter, charge).getFirst().remaining();
  }

  /** Spends all there is. */
  default void exhaust(RateLimit limit, String subject) {
    assertThat(remaining(limiter(), charge(limit, subject, limit.quota()))).isZero();
  }

  /** Holds a time to what it would be if none had passed meanwhile. */
  default void assertAbout(Duration actual, Duration expected) {
    assertThat(actual).isBetween(expected.minus(SLACK), expected);
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.RateLimiter;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of limiters. */
final class WrongRateLimiters {
  private WrongRateLimiters() {}

  static final List<WrongDouble<RateLimiter>> ALL =
      Stream.of(WrongRateLimitersCounting.ALL, WrongRateLimitersSharing.ALL)
          .flatMap(List::stream)
          .toList();
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.contracts.RateLimiterContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.Optional;

final class InMemoryRateLimiterTest implements RateLimiterContract {
  private final TestClock clock = new TestClock();
  private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(clock);

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public RateLimiter anotherView() {
    return limiter;
  }

  @Override
  public Optional<RateLimiter> unreachable() {
    InMemoryRateLimiter gone = new InMemoryRateLimiter(clock);
    gone.setAvailable(false);
    return Optional.of(gone);
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

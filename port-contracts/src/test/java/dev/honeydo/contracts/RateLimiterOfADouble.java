package dev.honeydo.contracts;

import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.contracts.reference.InMemoryRateLimiter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class RateLimiterOfADouble implements RateLimiterContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<RateLimiter> wrong;
  private final RateLimiter limiter;
  private final RateLimiter anotherView;

  RateLimiterOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongRateLimiters.ALL);
    InMemoryRateLimiter store = new InMemoryRateLimiter(clock);
    this.limiter = wrong.of(store, clock);
    this.anotherView = wrong.of(store, clock);
  }

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public RateLimiter anotherView() {
    return anotherView;
  }

  @Override
  public Optional<RateLimiter> unreachable() {
    InMemoryRateLimiter gone = new InMemoryRateLimiter(clock);
    gone.setAvailable(false);
    return Optional.of(wrong.of(gone, clock));
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

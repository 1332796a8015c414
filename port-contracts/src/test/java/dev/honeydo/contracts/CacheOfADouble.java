package dev.honeydo.contracts;

import dev.honeydo.application.port.Cache;
import dev.honeydo.contracts.reference.InMemoryCache;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class CacheOfADouble implements CacheContract {
  private final TestClock clock = new TestClock();
  private final Cache cache;
  private final Cache anotherView;

  CacheOfADouble(String defect) {
    WrongDouble<Cache> wrong = WrongDouble.named(defect, WrongCaches.ALL);
    InMemoryCache right = new InMemoryCache(clock);
    this.cache = wrong.of(right, clock);
    this.anotherView = wrong.of(right, clock);
  }

  @Override
  public Cache cache() {
    return cache;
  }

  @Override
  public Cache anotherView() {
    return anotherView;
  }

  @Override
  public Optional<TestClock> clock() {
    return Optional.of(clock);
  }
}

package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.contracts.CacheContract;
import dev.honeydo.contracts.TestClock;
import java.util.Optional;

final class LocalCacheTest implements CacheContract {
  private final TestClock clock = new TestClock();
  private final LocalCache cache = new LocalCache(1 << 20, clock, Views.CACHING);

  @Override
  public Cache cache() {
    return cache;
  }

  @Override
  public Cache anotherView() {
    return cache;
  }

  @Override
  public Optional<TestClock> clock() {
    return Optional.of(clock);
  }
}

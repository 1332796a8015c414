package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.contracts.CacheControlContract;
import dev.honeydo.contracts.TestClock;

final class LocalCacheControlTest implements CacheControlContract {
  private final LocalCache cache = new LocalCache(1 << 20, new TestClock(), Views.CACHING);
  private final LocalCacheControl control = cache.control();

  @Override
  public Cache cache() {
    return cache;
  }

  @Override
  public Cache anotherView() {
    return cache;
  }

  @Override
  public CacheControl control() {
    return control;
  }
}

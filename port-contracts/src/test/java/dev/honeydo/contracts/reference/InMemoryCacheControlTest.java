package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.contracts.CacheControlContract;
import dev.honeydo.contracts.TestClock;

final class InMemoryCacheControlTest implements CacheControlContract {
  private final InMemoryCache cache = new InMemoryCache(new TestClock());
  private final InMemoryCacheControl control = new InMemoryCacheControl(cache);

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

package dev.honeydo.contracts;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class CacheControlOfADouble implements CacheControlContract {
  private final ControlledCaches caches;

  CacheControlOfADouble(String defect) {
    this.caches = WrongDouble.named(defect, WrongCacheControls.ALL).of(ControlledCaches.right());
  }

  @Override
  public Cache cache() {
    return caches.cache();
  }

  @Override
  public Cache anotherView() {
    return caches.anotherView();
  }

  @Override
  public CacheControl control() {
    return caches.control();
  }
}

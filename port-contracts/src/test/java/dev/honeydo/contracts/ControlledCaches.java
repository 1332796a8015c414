package dev.honeydo.contracts;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.contracts.reference.InMemoryCacheControl;
import dev.honeydo.domain.user.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Two views of a cache, and what controls it. */
record ControlledCaches(Cache cache, Cache anotherView, CacheControl control) {
  static ControlledCaches right() {
    InMemoryCache cache = new InMemoryCache(new TestClock());
    return new ControlledCaches(cache, cache, new InMemoryCacheControl(cache));
  }

  ControlledCaches with(CacheControl other) {
    return new ControlledCaches(cache, anotherView, other);
  }

  /** A view that can keep what it has answered, whatever becomes of it. */
  static final class Keeping implements Cache {
    private final Cache right;
    final Map<Key<?>, Object> known = new ConcurrentHashMap<>();
    final Map<Key<?>, Object> kept = new ConcurrentHashMap<>();
    final AtomicInteger endings = new AtomicInteger();
    private final boolean keepsTheOvertaken;

    Keeping(Cache right, boolean keepsTheOvertaken) {
      this.right = right;
      this.keepsTheOvertaken = keepsTheOvertaken;
    }

    /** Keeps what it has answered under these keys. */
    void keep(Predicate<Key<?>> which) {
      known.forEach((key, value) -> {
        if (which.test(key)) {
          kept.put(key, value);
        }
      });
    }

    @Override
    @SuppressWarnings("unchecked") // What a key names has one type.
    public <V> V read(Key<V> key, Supplier<V> loader) {
      int before = endings.get();
      Object answer = kept.containsKey(key) ? kept.get(key) : right.read(key, loader);
      known.put(key, answer);
      if (keepsTheOvertaken && endings.get() > before) {
        kept.put(key, answer);
      }
      return (V) answer;
    }

    @Override
    public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
      return right.write(owner, scope, change);
    }
  }

  /** A control that does as another does unless it is told otherwise. */
  static class Like implements CacheControl {
    final CacheControl right;

    Like(CacheControl right) {
      this.right = right;
    }

    @Override
    public State state() {
      return right.state();
    }

    @Override
    public Cleared clear(Set<Cache.Scope> scopes) {
      return right.clear(scopes);
    }

    @Override
    public Cleared invalidate(UserId owner) {
      return right.invalidate(owner);
    }
  }
}

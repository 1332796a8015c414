package dev.honeydo.adapters.redis;

import dev.honeydo.adapters.redis.RedisAdapters.Kind;
import dev.honeydo.adapters.redis.RedisAdapters.Level;
import dev.honeydo.adapters.redis.RedisAdapters.ReadListener;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl.Lookups;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts what was found where, and tells who wants to know of each read.
 *
 * <p>Thread-safe, without locks.
 */
final class Reads {
  private final LongAdder nearHits = new LongAdder();
  private final LongAdder nearMisses = new LongAdder();
  private final LongAdder sharedHits = new LongAdder();
  private final LongAdder sharedMisses = new LongAdder();
  private final ReadListener listener;
  private final boolean heard;
  private final LongSupplier nanoTime;

  Reads(ReadListener listener, LongSupplier nanoTime) {
    this.listener = listener;
    this.heard = !listener.equals(ReadListener.NONE);
    this.nanoTime = nanoTime;
  }

  /** A read begins; what this answers is for {@link #answered}. */
  long begin() {
    return heard ? nanoTime.getAsLong() : 0;
  }

  /** A read was answered. */
  void answered(Cache.Key<?> key, Level level, long begun) {
    if (heard) {
      listener.answered(kind(key), level, Duration.ofNanos(nanoTime.getAsLong() - begun));
    }
  }

  void nearHit() {
    nearHits.increment();
  }

  void nearMiss() {
    nearMisses.increment();
  }

  void sharedHit() {
    sharedHits.increment();
  }

  void sharedMiss() {
    sharedMisses.increment();
  }

  /** What was looked for near, where there are so many copies now. */
  Lookups near(long size) {
    return new Lookups(nearHits.sum(), nearMisses.sum(), size);
  }

  /** What was looked for in Redis, where there are so many copies now. */
  Lookups shared(long size) {
    return new Lookups(sharedHits.sum(), sharedMisses.sum(), size);
  }

  private static Kind kind(Cache.Key<?> key) {
    return switch (key) {
      case Cache.SessionById _, Cache.SessionByToken _ -> Kind.SESSION;
      case Cache.Access _ -> Kind.ACCESS;
      case Cache.Profile _ -> Kind.PROFILE;
      case Cache.OneTodo _ -> Kind.TODO;
      case Cache.Page _ -> Kind.LIST;
      case Cache.Count _ -> Kind.COUNT;
      case Cache.Search _ -> Kind.SEARCH;
      case Cache.Statistics _ -> Kind.STATISTICS;
    };
  }
}

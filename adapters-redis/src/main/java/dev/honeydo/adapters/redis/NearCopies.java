package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.honeydo.application.port.Cache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies in this process, believed only while word of every write comes in: each is good for where
 * its fence stood, and for the watch in which that was seen.
 *
 * <p>Thread-safe.
 */
final class NearCopies {
  private static final long NOBODY_WATCHES = 0;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final com.github.benmanes.caffeine.cache.Cache<Cache.Key<?>, Copy> copies;
  private final Fences fences;
  private final InstantSource clock;
  private final AtomicLong watches = new AtomicLong();
  private volatile long watch = NOBODY_WATCHES;

  /** Room for about so many bytes. */
  NearCopies(long mostBytes, Fences fences, InstantSource clock) {
    this.copies =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .<Cache.Key<?>, Copy>weigher((key, copy) -> Payload.weight(key, copy.value()))
            .expireAfterWrite(LONGEST)
            .build();
    this.fences = fences;
    this.clock = clock;
  }

  /**
   * What has to be seen before a copy is fetched, so that it can be told whether it is still good.
   */
  record Sight(long position, long watch, Instant at) {}

  Sight look(Fenced fenced) {
    long seen = watch;
    return new Sight(fences.position(fenced), seen, clock.instant());
  }

  /** The copy that is good and fresh at that sight. */
  @SuppressWarnings("unchecked") // One key, one type.
  <V> Optional<V> find(Cache.Key<V> key, Sight sight, Duration fresh) {
    return (Optional<V>)
        good(key, sight).filter(it -> it.isYoungerThan(fresh, sight.at())).map(Copy::value);
  }

  private Optional<Copy> good(Cache.Key<?> key, Sight sight) {
    if (sight.watch() == NOBODY_WATCHES || sight.position() == Fences.MOVING) {
      return Optional.empty();
    }
    return Optional.ofNullable(copies.getIfPresent(key))
        .filter(it -> it.position() == sight.position() && it.watch() == sight.watch());
  }

  /**
   * Keeps a copy.
   *
   * @param sight what was seen before it was fetched
   * @param age how old it was then
   */
  <V> void put(Cache.Key<V> key, V value, Sight sight, Duration age) {
    if (sight.watch() != NOBODY_WATCHES && sight.position() != Fences.MOVING) {
      copies.put(key, new Copy(value, sight.position(), sight.watch(), sight.at().minus(age)));
    }
  }

  /** Word of writes comes in from now on: what is looked at from now on can be kept. */
  void trust() {
    watch = watches.incrementAndGet();
  }

  /** Word of writes may be missing: everything is forgotten, and nothing kept. */
  void distrust() {
    watch = NOBODY_WATCHES;
    copies.invalidateAll();
  }

  boolean isTrusted() {
    return watch != NOBODY_WATCHES;
  }

  private record Copy(Object value, long position, long watch, Instant loadedAt) {
    boolean isYoungerThan(Duration most, Instant now) {
      return now.isBefore(loadedAt.plus(most)) && !now.isBefore(loadedAt);
    }
  }
}

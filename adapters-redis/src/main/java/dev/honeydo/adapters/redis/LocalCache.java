package dev.honeydo.adapters.redis;

import dev.honeydo.adapters.redis.RedisAdapters.Caching;
import dev.honeydo.adapters.redis.RedisAdapters.Level;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache for one process: copies in Caffeine, fences beside them.
 *
 * <p>A copy is good while its owner's fence stands where it stood before the copy was loaded, so a
 * load that a write has overtaken is never found. What other processes write is not noticed; a copy
 * answers by itself for {@link Ages#ALONE} only. Shortly before that, one reader loads it anew
 * while the others are served what is there.
 */
final class LocalCache implements Cache {
  private static final UUID ANY_SEED = new UUID(1, 1);

  private final Fences fences = new Fences();
  private final Flights flights = new Flights();
  private final NearCopies copies;
  private final Reads reads;
  private final LocalCacheControl control;

  /** Room for about so many bytes. */
  LocalCache(long mostBytes, InstantSource clock, Caching caching) {
    this.copies = new NearCopies(mostBytes, fences, clock, new Chance(ANY_SEED));
    this.copies.trust();
    this.reads = new Reads(caching.listener(), caching.nanoTime());
    this.control = new LocalCacheControl(copies, fences, reads);
  }

  @Override
  public <V> V read(Key<V> key, Supplier<V> loader) {
    long begun = reads.begin();
    V copy = copies.find(key);
    if (copy != null) {
      reads.nearHit();
      reads.answered(key, Level.NEAR, begun);
      return copy;
    }
    reads.nearMiss();
    V loaded = load(key, loader);
    reads.answered(key, Level.RECORD, begun);
    return loaded;
  }

  private <V> V load(Key<V> key, Supplier<V> loader) {
    NearCopies.Sight sight = copies.look(key);
    try {
      return sight.isMoving()
          ? flights.follow(key, loader)
          : flights.join(new Flight(key, sight.position()), () -> filled(key, loader, sight));
    } catch (PortUnavailable gone) {
      return standIn(key, gone);
    }
  }

  private <V> V standIn(Key<V> key, PortUnavailable gone) {
    V copy = copies.findKept(key);
    if (copy == null) {
      throw gone;
    }
    return copy;
  }

  private <V> V filled(Key<V> key, Supplier<V> loader, NearCopies.Sight sight) {
    @Nullable V meanwhile = copies.findUntaken(key);
    if (meanwhile != null) {
      return meanwhile;
    }
    V value = loader.get();
    copies.put(key, value, sight, 0, Ages.ALONE);
    return value;
  }

  @Override
  public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
    Fenced fenced = new Fenced(owner, scope);
    fences.begin(fenced);
    try {
      return change.get();
    } finally {
      fences.end(fenced);
    }
  }

  /** What those who run the installation may do to it. */
  LocalCacheControl control() {
    return control;
  }

  private record Flight(Cache.Key<?> key, long position) {}
}

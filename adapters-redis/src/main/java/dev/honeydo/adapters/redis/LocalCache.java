package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cache for one process: copies in Caffeine, fences beside them.
 *
 * <p>A copy is good while its owner's fence stands where it stood before the copy was loaded, so a
 * load that a write has overtaken is never found. What other processes write is not noticed; a copy
 * answers by itself for {@link Ages#fresh} only.
 */
final class LocalCache implements Cache {
  private final Fences fences = new Fences();
  private final Flights flights = new Flights();
  private final NearCopies copies;

  /** Room for about so many bytes. */
  LocalCache(long mostBytes, InstantSource clock) {
    this.copies = new NearCopies(mostBytes, fences, clock);
    this.copies.trust();
  }

  @Override
  public <V> V read(Key<V> key, Supplier<V> loader) {
    Ages ages = Ages.of(key.scope());
    NearCopies.Sight sight = copies.look(Fenced.of(key));
    return copies
        .find(key, sight, ages.fresh())
        .orElseGet(() -> load(key, loader, sight, ages.kept()));
  }

  private <V> V load(Key<V> key, Supplier<V> loader, NearCopies.Sight sight, Duration kept) {
    try {
      return sight.position() == Fences.MOVING
          ? flights.follow(key, loader)
          : flights.join(new Flight(key, sight.position()), () -> filled(key, loader, sight));
    } catch (PortUnavailable gone) {
      Optional<V> copy = copies.find(key, sight, kept);
      return copy.orElseThrow(() -> gone);
    }
  }

  private <V> V filled(Key<V> key, Supplier<V> loader, NearCopies.Sight sight) {
    return copies
        .find(key, sight, Ages.of(key.scope()).fresh())
        .orElseGet(() -> {
          V value = loader.get();
          copies.put(key, value, sight, Duration.ZERO);
          return value;
        });
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

  private record Flight(Cache.Key<?> key, long position) {}
}

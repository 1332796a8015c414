package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies in a map, each under its owner's generation, and the loads under way in another; {@link
 * InMemoryCacheControl} looks at it.
 */
public final class InMemoryCache implements Cache {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Map<Fence, Generation> generations = new HashMap<>();
  private final Map<Scope, Long> eras = new EnumMap<>(Scope.class);
  private final Map<Key<?>, Copy> copies = new HashMap<>();
  private final Map<Flight, CompletableFuture<Object>> flights = new HashMap<>();
  private final InstantSource clock;
  private long hits;
  private long misses;

  /** An empty cache whose copies age by {@code clock}. */
  public InMemoryCache(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("unchecked") // What a key names has one type.
  public <V> V read(Key<V> key, Supplier<V> loader) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> theirs;
    Flight flight;
    synchronized (this) {
      Generation generation = generation(new Fence(key.owner(), key.scope()));
      Optional<Object> copy = copy(key, FRESH);
      if (copy.isPresent()) {
        hits++;
        return (V) copy.get();
      }
      misses++;
      flight = new Flight(key, generation);
      theirs = generation.writers() > 0 ? null : flights.putIfAbsent(flight, mine);
    }
    if (theirs == null) {
      load(flight, mine, loader);
    }
    return (V) landed(key, theirs == null ? mine : theirs);
  }

  private <V> void load(Flight flight, CompletableFuture<Object> mine, Supplier<V> loader) {
    Instant start = clock.instant();
    @Nullable V value = null;
    try {
      value = loader.get();
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
    }
    synchronized (this) {
      var _ = flights.remove(flight, mine);
      if (value != null) {
        copies.put(flight.key(), new Copy(value, flight.generation(), start));
        mine.complete(value);
      }
    }
  }

  private Object landed(Key<?> key, CompletableFuture<Object> flight) {
    try {
      return flight.join();
    } catch (CompletionException thrown) {
      if (thrown.getCause() instanceof PortUnavailable gone) {
        return copy(key, KEPT).orElseThrow(() -> gone);
      }
      if (thrown.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw thrown;
    }
  }

  private synchronized Optional<Object> copy(Key<?> key, Duration most) {
    Generation generation = generation(new Fence(key.owner(), key.scope()));
    Instant now = clock.instant();
    return Optional.ofNullable(copies.get(key))
        .filter(it -> generation.writers() == 0 && it.generation().equals(generation))
        .filter(it -> now.isBefore(it.at().plus(most)) && !now.isBefore(it.at()))
        .map(Copy::value);
  }

  @Override
  public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
    move(new Fence(owner, scope), 1);
    try {
      return change.get();
    } finally {
      move(new Fence(owner, scope), -1);
    }
  }

  private synchronized void move(Fence fence, int writers) {
    Generation before = generation(fence);
    int left = before.writers() + writers;
    generations.put(fence, new Generation(before.number() + 1, left, before.era()));
  }

  private synchronized Generation generation(Fence fence) {
    Generation known = generations.getOrDefault(fence, new Generation(0, 0, 0));
    return new Generation(known.number(), known.writers(), eras.getOrDefault(fence.scope(), 0L));
  }

  /** Ends all copies of a scope. */
  synchronized void end(Scope scope) {
    var _ = eras.merge(scope, 1L, Long::sum);
  }

  /** Ends all copies of what is the owner's. */
  void end(UserId owner) {
    for (Scope scope : Scope.values()) {
      move(new Fence(owner, scope), 0);
    }
  }

  /** What was looked for, and what is there, good or not. */
  synchronized CacheControl.Lookups lookups() {
    return new CacheControl.Lookups(hits, misses, copies.size());
  }

  /** How many copies there are in each scope, good or not. */
  synchronized Map<Scope, Long> sizes() {
    Map<Scope, Long> sizes = new EnumMap<>(Scope.class);
    copies.keySet().forEach(key -> sizes.merge(key.scope(), 1L, Long::sum));
    return sizes;
  }

  private record Fence(UserId owner, Scope scope) {}

  private record Generation(long number, int writers, long era) {}

  private record Copy(Object value, Generation generation, Instant at) {}

  private record Flight(Key<?> key, Generation generation) {}
}

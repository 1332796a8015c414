package dev.honeydo.contracts;

import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is wrong with a double of caches: each part changes what is asked of a right one, or what
 * comes of that, and can go by what the view has seen.
 */
record CacheDefect(
    UnaryOperator<Cache.Key<?>> keying, OnRead reading, OnWrite writing, OnPrefetch prefetching)
    implements BiFunction<Cache, InstantSource, Cache> {
  private static final CacheDefect NONE =
      new CacheDefect(
          key -> key,
          (_, _, loader, right) -> right.apply(loader),
          (_, _, change, right) -> right.apply(change),
          (_, _, work, right) -> right.apply(work));

  /** Writes under way to a right cache, by whatever view. */
  private static final Map<Cache, AtomicInteger> WRITING = new ConcurrentHashMap<>();

  /** Writes to a right cache that have begun, by whatever view. */
  private static final Map<Cache, AtomicInteger> WRITTEN = new ConcurrentHashMap<>();

  CacheDefect(UnaryOperator<Cache.Key<?>> keying, OnRead reading, OnWrite writing) {
    this(keying, reading, writing, NONE.prefetching);
  }

  static CacheDefect keying(UnaryOperator<Cache.Key<?>> it) {
    return new CacheDefect(it, NONE.reading, NONE.writing);
  }

  static CacheDefect reading(OnRead it) {
    return new CacheDefect(NONE.keying, it, NONE.writing);
  }

  static CacheDefect writing(OnWrite it) {
    return new CacheDefect(NONE.keying, NONE.reading, it);
  }

  static CacheDefect prefetching(OnPrefetch it) {
    return new CacheDefect(NONE.keying, NONE.reading, NONE.writing, it);
  }

  /** Reads otherwise, of what the work it is within is likely to read. */
  static CacheDefect reading(OnRead likely, boolean evenLater) {
    return new CacheDefect(
        NONE.keying,
        (view, key, loader, right) ->
            view.isLikely(key) ? likely.answer(view, key, loader, right) : right.apply(loader),
        NONE.writing,
        (view, next, work, right) -> {
          if (!evenLater) {
            view.likely = next;
          }
          try {
            return right.apply(work);
          } finally {
            view.likely = evenLater ? next : _ -> Optional.empty();
          }
        });
  }

  @Override
  public Cache apply(Cache right, InstantSource clock) {
    return new Spoilt(this, right, new View(right, clock));
  }

  /** Answers a read; {@code right} is asked with the loader, or with another. */
  interface OnRead {
    Object answer(
        View view,
        Cache.Key<?> key,
        Supplier<Object> loader,
        Function<Supplier<Object>, Object> right);
  }

  /** Answers a write; {@code right} is asked with the change, or with another. */
  interface OnWrite {
    Object answer(
        View view, UserId owner, Supplier<Object> change, Function<Supplier<Object>, Object> right);
  }

  /** Does work in which that is likely to be read; {@code right} is given the work, or other. */
  interface OnPrefetch {
    Object answer(
        View view,
        Cache.Next next,
        Supplier<Object> work,
        Function<Supplier<Object>, Object> right);
  }

  /** What one view has seen: answers to loaders that are nothing but a record, and writes. */
  static final class View {
    private final Cache right;
    final InstantSource clock;
    final Map<Cache.Key<?>, Object> known = new ConcurrentHashMap<>();
    final Map<Cache.Key<?>, Integer> reads = new ConcurrentHashMap<>();
    final Map<Cache.Key<?>, Instant> readAt = new ConcurrentHashMap<>();
    final Map<Cache.Key<?>, Object> kept = new ConcurrentHashMap<>();
    final Set<UserId> written = ConcurrentHashMap.newKeySet();
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger writing = new AtomicInteger();
    volatile Cache.Next likely = _ -> Optional.empty();

    View(Cache right, InstantSource clock) {
      this.right = right;
      this.clock = clock;
    }

    /** How many writes are under way, by whatever view. */
    int allWriting() {
      return WRITING.computeIfAbsent(right, _ -> new AtomicInteger()).get();
    }

    /** How many writes have begun, by whatever view. */
    int allWrites() {
      return WRITTEN.computeIfAbsent(right, _ -> new AtomicInteger()).get();
    }

    /** Ends an owner's copies of access, rightly. */
    void end(UserId owner) {
      end(owner, Cache.Scope.ACCESS);
    }

    /** Ends an owner's copies, rightly. */
    void end(UserId owner, Cache.Scope scope) {
      String _ = right.write(owner, scope, () -> "");
    }

    Optional<Object> kept(Cache.Key<?> key) {
      return Optional.ofNullable(kept.get(key));
    }

    Optional<Object> known(Cache.Key<?> key) {
      return Optional.ofNullable(known.get(key));
    }

    boolean isLikely(Cache.Key<?> key) {
      return likely.of(key.owner()).equals(Optional.of(key));
    }

    int reads(Cache.Key<?> key) {
      return reads.getOrDefault(key, 0);
    }
  }

  /** Whether a loader is nothing but a record. */
  static boolean isHeld(Supplier<?> loader) {
    return loader instanceof CacheSubject.Held;
  }

  @SuppressWarnings("unchecked") // What a key names has one type, and a double keeps to it.
  private record Spoilt(CacheDefect defect, Cache right, View view) implements Cache {
    @Override
    public <V> V read(Key<V> key, Supplier<V> loader) {
      Key<V> asked = (Key<V>) defect.keying.apply(key);
      Object answer =
          defect.reading.answer(
              view, key, (Supplier<Object>) loader, it -> right.read((Key<Object>) asked, it));
      if (isHeld(loader)) {
        view.known.put(key, answer);
        view.reads.merge(key, 1, Integer::sum);
        view.readAt.put(key, view.clock.instant());
      }
      return (V) answer;
    }

    @Override
    public <R> R prefetching(Next next, Supplier<R> work) {
      return (R)
          defect.prefetching.answer(
              view, next, (Supplier<Object>) work, it -> right.prefetching(next, it));
    }

    @Override
    public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
      AtomicInteger all = WRITING.computeIfAbsent(right, _ -> new AtomicInteger());
      var _ = WRITTEN.computeIfAbsent(right, _ -> new AtomicInteger()).incrementAndGet();
      var _ = view.writes.incrementAndGet();
      var _ = view.writing.incrementAndGet();
      var _ = all.incrementAndGet();
      try {
        return (R)
            defect.writing.answer(
                view, owner, (Supplier<Object>) change, it -> right.write(owner, scope, it));
      } finally {
        var _ = all.decrementAndGet();
        var _ = view.writing.decrementAndGet();
        var _ = view.written.add(owner);
      }
    }
  }
}

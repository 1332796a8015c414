package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.honeydo.adapters.redis.RedisAdapters.Level;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads that no near copy answers: with a copy from Redis, or by the loader.
 *
 * <p>Of the many that miss one key at once in one process one goes on for all ({@link Flights}). It
 * looks again and takes a lease with that; where another process has the lease, it waits until that
 * one's copy is there, but no longer than {@link #PATIENCE}, and then loads itself. Shortly before
 * a copy grows too old, one reader loads it anew while the others are served what is there.
 *
 * <p>Within {@link #prefetching} what is to be read next is looked for together with who asks, and
 * judged at once as any copy is. It answers only while nothing near has moved since: no write of
 * this process, and nothing newer that was shown to anybody.
 */
final class SharedReads implements AutoCloseable {
  /** How long to wait for a copy that another process is about to make. */
  static final Duration PATIENCE = Duration.ofMillis(300);

  /** How long what was looked for ahead may wait until it is read. */
  private static final Duration AHEAD = Duration.ofMillis(100);

  private static final long SHORTEST_PAUSE = 5;
  private static final long LONGEST_PAUSE = 40;

  private final ScopedValue<Prefetch> prefetch = ScopedValue.newInstance();
  private final Flights flights = new Flights();
  private final Seen seen;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final NearCopies near;
  private final SharedCopies copies;
  private final Namespaces namespaces;
  private final Unsynced unsynced;
  private final OthersNotes others;
  private final Reads reads;
  private final Ages ages;
  private final Chance chance;
  private final LongSupplier nanoTime;

  SharedReads(
      NearCopies near,
      SharedCopies copies,
      Namespaces namespaces,
      Unsynced unsynced,
      OthersNotes others,
      Reads reads,
      Ages ages,
      Chance chance,
      LongSupplier nanoTime) {
    this.near = near;
    this.copies = copies;
    this.namespaces = namespaces;
    this.unsynced = unsynced;
    this.others = others;
    this.seen = new Seen(others, namespaces::mayHaveForgotten, nanoTime);
    this.reads = reads;
    this.ages = ages;
    this.chance = chance;
    this.nanoTime = nanoTime;
  }

  /** What a read is answered with, and where that comes from. */
  record Answer<V>(V value, Level level) {}

  /** Does work in which that is likely to be read once it is known who asks. */
  <R> R prefetching(Cache.Next next, Supplier<R> work) {
    return ScopedValue.where(prefetch, new Prefetch(next)).call(work::get);
  }

  /** Answers a read. */
  <V> Answer<V> read(Cache.Key<V> key, Supplier<V> loader) {
    NearCopies.Sight sight = near.look(key);
    Prefetch.Ahead<V> ahead = ahead(key, sight);
    if (ahead != null) {
      return shared(new Question<>(key, loader, ahead.sight()), ahead.look());
    }
    Question<V> question = new Question<>(key, loader, sight);
    Look<V> look = isInDoubt(key, sight) ? null : look(key, false);
    if (look == null) {
      return unshared(question);
    }
    if (look.left() > 0) {
      return shared(question, look);
    }
    reads.sharedMiss();
    try {
      return flights.join(look.flight(question), () -> fetched(question));
    } catch (PortUnavailable gone) {
      return standIn(look).orElseThrow(() -> gone);
    }
  }

  /** Answers with a copy, and now and then makes it anew before it grows too old. */
  private <V> Answer<V> shared(Question<V> question, Look<V> look) {
    reads.sharedHit();
    return chance.isEarlyEnough(look.left(), look.took())
        ? early(question, look)
        : served(question, look);
  }

  /** Asks the record; of who is let in there may be a copy near, if that cannot be asked either. */
  private <V> Answer<V> unshared(Question<V> question) {
    Cache.Key<V> key = question.key();
    try {
      return new Answer<>(flights.follow(key, () -> doubted(question)), Level.RECORD);
    } catch (PortUnavailable gone) {
      V last = key instanceof Cache.AccessKey<?> ? near.findLast(key) : null;
      if (last == null) {
        throw gone;
      }
      return new Answer<>(last, Level.NEAR);
    }
  }

  /** What the record says where Redis cannot be believed. */
  private <V> V doubted(Question<V> question) {
    V value = question.loader().get();
    seen.add(question.key());
    NearCopies.Sight sight = near.renew(question.key(), question.sight());
    if (question.key() instanceof Cache.AccessKey<?>) {
      near.put(question.key(), value, sight.unheard(), 0, Ages.ALONE);
    }
    return value;
  }

  private <V> Answer<V> served(Question<V> question, Look<V> look) {
    V value = look.value();
    Cache.Key<V> key = question.key();
    boolean newer = seen.add(key, look.copy(), look.found().at());
    NearCopies.Sight sight = question.sight();
    if (newer || !seen.isKnown(Fenced.of(key), look.found().generation())) {
      sight = near.renew(key, sight);
      seen.know(Fenced.of(key), look.found().generation());
    }
    near.put(key, value, sight, look.age(), look.left());
    return new Answer<>(value, Level.SHARED);
  }

  private static <V> Optional<Answer<V>> standIn(Look<V> look) {
    return look.good() != null && look.age() < Ages.KEPT
        ? Optional.of(new Answer<>(look.value(), Level.SHARED))
        : Optional.empty();
  }

  /** Loads though there is a copy, unless somebody does already. */
  private <V> Answer<V> early(Question<V> question, Look<V> copy) {
    try {
      Optional<Answer<V>> loaded =
          flights.lead(
              copy.flight(question),
              () -> {
                Look<V> look = look(question.key(), true);
                return look == null || look.found().lease().isEmpty()
                    ? served(question, copy)
                    : loaded(question, look);
              });
      return loaded.orElseGet(() -> served(question, copy));
    } catch (PortUnavailable gone) {
      return served(question, copy);
    }
  }

  /** What those are answered with who all wait for it. */
  private <V> Answer<V> fetched(Question<V> question) {
    Cache.Key<V> key = question.key();
    long begun = nanoTime.getAsLong();
    long pause = SHORTEST_PAUSE;
    while (true) {
      Look<V> look = look(key, true);
      if (look == null) {
        return new Answer<>(doubted(question), Level.RECORD);
      }
      Optional<String> lease = look.found().lease();
      if (look.left() > 0) {
        lease.ifPresent(it -> copies.release(key, it));
        return served(question, look);
      }
      boolean late = nanoTime.getAsLong() - begun >= PATIENCE.toNanos();
      if (lease.isPresent() || late || isClosedWithin(pause)) {
        return loaded(question, look);
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  private boolean isClosedWithin(long millis) {
    try {
      return closed.await(millis, MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Loads, and keeps what that gives for what was seen before. */
  private <V> Answer<V> loaded(Question<V> question, Look<V> look) {
    Cache.Key<V> key = question.key();
    String lease = look.found().lease().orElse("");
    V value;
    try {
      value = question.loader().get();
    } catch (RuntimeException | Error failed) {
      copies.release(key, lease);
      throw failed;
    }
    long took = Math.max(1, Duration.ofNanos(nanoTime.getAsLong() - look.asked()).toMillis());
    long fresh = ages.fresh(key, value);
    SharedCopies.Found<V> found = look.found();
    seen.add(key, found.at(), took);
    NearCopies.Sight sight = near.renew(key, question.sight());
    seen.know(Fenced.of(key), found.generation());
    near.put(key, value, sight, 0, Math.min(fresh, Ages.ALONE));
    copies.fill(
        key,
        new Envelope<>(found.generation(), look.namespace(), found.at(), fresh, took, value),
        Duration.ofMillis(ages.kept(fresh)),
        lease);
    return new Answer<>(value, Level.RECORD);
  }

  /** Whether what Redis says may be from before a write of this process. */
  private boolean isInDoubt(Cache.Key<?> key, NearCopies.Sight sight) {
    return sight.isMoving() || unsynced.contains(Fenced.of(key));
  }

  /** What was found of the key already, if it is as good as what would be found now. */
  private <V> Prefetch.@Nullable Ahead<V> ahead(Cache.Key<V> key, NearCopies.Sight now) {
    Prefetch.Ahead<V> ahead = prefetch.isBound() ? prefetch.get().take(key) : null;
    return ahead != null
            && ahead.sight().isAs(now)
            && nanoTime.getAsLong() - ahead.look().asked() < AHEAD.toNanos()
            && isCurrent(key, ahead.look().namespace())
            && seen.isBelieved(key, ahead.look().copy())
        ? ahead
        : null;
  }

  private boolean isCurrent(Cache.Key<?> key, Namespace namespace) {
    return namespaces.current(key.scope()).equals(Optional.of(namespace));
  }

  /** What Redis says of the key, if it can be believed. */
  private <V> @Nullable Look<V> look(Cache.Key<V> key, boolean leasing) {
    Optional<Namespace> before = namespaces.current(key.scope());
    if (before.isEmpty()) {
      return null;
    }
    long asked = nanoTime.getAsLong();
    try {
      return judged(key, before.get(), asked, leasing ? copies.lookAndLease(key) : found(key));
    } catch (PortUnavailable away) {
      return null;
    }
  }

  private <V> SharedCopies.Found<V> found(Cache.Key<V> key) {
    Optional<Cache.Key<?>> next =
        prefetch.isBound() ? prefetch.get().beside(key) : Optional.empty();
    return next.isPresent() ? foundBeside(key, next.get()) : copies.look(key);
  }

  private <V, W> SharedCopies.Found<V> foundBeside(Cache.Key<V> key, Cache.Key<W> next) {
    Optional<Namespace> before = namespaces.current(next.scope());
    NearCopies.Sight sight = near.look(next);
    // Now, for by the time it is read Redis may have heard of what was in doubt.
    if (before.isEmpty() || isInDoubt(next, sight)) {
      return copies.look(key);
    }
    long asked = nanoTime.getAsLong();
    SharedCopies.Both<V, W> both = copies.look(key, next);
    if (isSomebody(both.first()) && both.second().isPresent()) {
      Look<W> look = judged(next, before.get(), asked, both.second().get().get());
      if (look != null && look.left() > AHEAD.toMillis()) {
        prefetch.get().keep(new Prefetch.Ahead<>(next, sight, look));
      }
    }
    return both.first();
  }

  /** Whether there is a copy that says so; nobody else's are worth the work of reading on. */
  private static boolean isSomebody(SharedCopies.Found<?> found) {
    return switch (found.copy().<Object>map(Envelope::value).orElse(false)) {
      case Optional<?> session -> session.isPresent();
      case Cache.Known known -> known.session().isPresent();
      default -> false;
    };
  }

  private <V> @Nullable Look<V> judged(
      Cache.Key<V> key, Namespace namespace, long asked, SharedCopies.Found<V> found) {
    if (found.isMoving() || !isCurrent(key, namespace)) {
      found.lease().ifPresent(lease -> copies.release(key, lease));
      return null;
    }
    Envelope<V> good = found.good(namespace);
    long age = good == null ? 0 : found.age(good);
    long left = good == null ? 0 : Math.min(good.fresh() - age, others.believable(age));
    boolean believed = good != null && left > 0 && seen.isBelieved(key, good);
    return new Look<>(namespace, found, good, age, believed ? left : 0, asked);
  }

  /** Lets nobody wait any longer. */
  @Override
  public void close() {
    closed.countDown();
  }

  record Question<V>(Cache.Key<V> key, Supplier<V> loader, NearCopies.Sight sight) {}

  /**
   * What can be believed of what was found.
   *
   * @param good the copy, if no write has passed since it was loaded
   * @param age how old that is, in milliseconds
   * @param left for how many milliseconds it answers by itself, if it does
   * @param asked when that was, by this process' clock
   */
  record Look<V>(
      Namespace namespace,
      SharedCopies.Found<V> found,
      @Nullable Envelope<V> good,
      long age,
      long left,
      long asked) {
    Envelope<V> copy() {
      if (good == null) {
        throw new IllegalStateException("nothing was found");
      }
      return good;
    }

    V value() {
      return copy().value();
    }

    long took() {
      return good == null ? 0 : good.took();
    }

    /** One that begins before something newer was shown is not for who asks after that. */
    Object flight(Question<V> question) {
      long position = question.sight().position();
      return new Flight(question.key(), position, found.generation(), namespace);
    }
  }

  private record Flight(Cache.Key<?> key, long position, String generation, Namespace namespace) {}
}

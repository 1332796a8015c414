package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Copies in this process, believed only while word of every write comes in: each is good for where
 * its fence stood, and for the watch in which that was seen; and for {@link Ages#ALONE} at most.
 *
 * <p>Thread-safe. A copy that is found costs no lock and next to no memory.
 */
final class NearCopies {
  private static final long NOBODY_WATCHES = 0;
  private static final Duration LONGEST = Duration.ofMillis(Ages.KEPT);

  /** Of the room that there is, one copy can have a part of so many. */
  private static final int PARTS = 16;

  private final com.github.benmanes.caffeine.cache.Cache<Cache.Key<?>, Copy> copies;
  private final Fences fences;
  private final InstantSource clock;
  private final Chance chance;
  private final long mostOfOne;
  private long watches = NOBODY_WATCHES;
  private volatile long watch = NOBODY_WATCHES;

  /** Room for about so many bytes. */
  NearCopies(long mostBytes, Fences fences, InstantSource clock, Chance chance) {
    this.copies =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .<Cache.Key<?>, Copy>weigher((_, copy) -> copy.weight())
            .expireAfterWrite(LONGEST)
            .build();
    this.fences = fences;
    this.clock = clock;
    this.chance = chance;
    this.mostOfOne = mostBytes / PARTS;
  }

  /**
   * What has to be seen before a copy is fetched, so that it can be told whether it is still good.
   *
   * @param at milliseconds of this process' clock
   */
  record Sight(long position, long watch, long at) {
    /** Whether somebody here writes. */
    boolean isMoving() {
      return position == Fences.MOVING;
    }

    /** Whether nothing has moved between the two. */
    boolean isAs(Sight other) {
      return !isMoving() && position == other.position && watch == other.watch;
    }

    /** The same, as if word of writes did not come in. */
    Sight unheard() {
      return new Sight(position, NOBODY_WATCHES, at);
    }
  }

  /** What there is to be seen of the key's fence. */
  Sight look(Cache.Key<?> key) {
    long seen = watch;
    return new Sight(fences.position(key.owner(), key.scope()), seen, clock.millis());
  }

  /**
   * The copy that is good and answers by itself. Shortly before it no longer does, one of those who
   * ask is told that there is none.
   */
  @SuppressWarnings("unchecked") // One key, one type.
  <V> @Nullable V find(Cache.Key<V> key) {
    Copy copy = good(key);
    if (copy == null) {
      return null;
    }
    long now = clock.millis();
    return copy.answers(now) && !goesEarly(copy, now) ? (V) copy.value() : null;
  }

  private boolean goesEarly(Copy copy, long now) {
    return now >= copy.early()
        && !copy.isTaken()
        && chance.isEarlyEnough(copy.until() - now, copy.took())
        && copy.take();
  }

  /** The copy that {@link #find} finds, or found for all but one who is to fetch it anew. */
  @SuppressWarnings("unchecked") // One key, one type.
  <V> @Nullable V findUntaken(Cache.Key<V> key) {
    Copy copy = good(key);
    return copy != null && !copy.isTaken() && copy.answers(clock.millis())
        ? (V) copy.value()
        : null;
  }

  /**
   * Something was seen that may be newer than every copy of that owner's in that scope: none of
   * them answers from now on, so that nobody is shown the older after the newer. What was seen can
   * be kept for the answer, if nothing else has moved since.
   */
  Sight renew(Cache.Key<?> key, Sight sight) {
    long position = fences.renew(key.owner(), key.scope(), sight.position());
    return new Sight(position, sight.watch(), sight.at());
  }

  /** The copy that is good and younger than {@link Ages#KEPT}. */
  @SuppressWarnings("unchecked") // One key, one type.
  <V> @Nullable V findKept(Cache.Key<V> key) {
    Copy copy = good(key);
    return copy != null && copy.isYoungerThan(Ages.KEPT, clock.millis()) ? (V) copy.value() : null;
  }

  /**
   * The copy that no write which was heard of has passed, and that is younger than {@link
   * Ages#KEPT}, whether word of writes comes in or not: for where nobody else can answer.
   */
  @SuppressWarnings("unchecked") // One key, one type.
  <V> @Nullable V findLast(Cache.Key<V> key) {
    Copy copy = copies.getIfPresent(key);
    return copy != null
            && copy.position() == fences.position(key.owner(), key.scope())
            && copy.isYoungerThan(Ages.KEPT, clock.millis())
        ? (V) copy.value()
        : null;
  }

  private @Nullable Copy good(Cache.Key<?> key) {
    long seen = watch;
    if (seen == NOBODY_WATCHES) {
      return null;
    }
    Copy copy = copies.getIfPresent(key);
    return copy != null
            && copy.watch() == seen
            && copy.position() == fences.position(key.owner(), key.scope())
        ? copy
        : null;
  }

  /**
   * Keeps a copy; where no word of writes comes in, for {@link #findLast} alone.
   *
   * @param sight what was seen before it was fetched
   * @param age how old it was then
   * @param left for how long it answers by itself from then on, {@link Ages#ALONE} at most
   */
  <V> void put(Cache.Key<V> key, V value, Sight sight, long age, long left) {
    if (sight.isMoving() || left <= 0) {
      return;
    }
    int weight = Payload.weight(key, value);
    if (weight > mostOfOne) {
      return;
    }
    long answers = Math.min(left, Ages.ALONE);
    long until = sight.at() + answers;
    long took = Math.max(1, clock.millis() - sight.at());
    long early = until - Math.min(Chance.horizon(took), answers / 2);
    copies.put(
        key,
        new Copy(
            value,
            sight.position(),
            sight.watch(),
            sight.at() - age,
            until,
            early,
            took,
            weight,
            new AtomicBoolean()));
  }

  /** Word of writes comes in from now on: what is looked at from now on can be kept. */
  synchronized void trust() {
    watch = ++watches;
  }

  /** Word of writes may be missing: nothing that was or is kept answers any more by itself. */
  synchronized void distrust() {
    watch = NOBODY_WATCHES;
  }

  /** Forgets the copies that these keys name: nobody has to, to make them no good. */
  void drop(Predicate<Cache.Key<?>> which) {
    var _ = copies.asMap().keySet().removeIf(which);
  }

  boolean isTrusted() {
    return watch != NOBODY_WATCHES;
  }

  /** About how many copies there are, good or not. */
  long size() {
    return copies.estimatedSize();
  }

  /** How many copies there are in each scope, good or not. */
  Map<Scope, Long> sizes() {
    copies.cleanUp();
    Map<Scope, Long> sizes = new EnumMap<>(Scope.class);
    copies.asMap().keySet().forEach(key -> sizes.merge(key.scope(), 1L, Long::sum));
    return sizes;
  }

  /**
   * A copy; instants are milliseconds of this process' clock.
   *
   * @param until when it answers by itself no longer
   * @param early when it may first be fetched anew before that
   * @param took how long it took to fetch
   * @param taken whether somebody fetches it anew
   */
  private record Copy(
      Object value,
      long position,
      long watch,
      long loadedAt,
      long until,
      long early,
      long took,
      int weight,
      AtomicBoolean taken) {
    boolean answers(long now) {
      return now < until && now >= loadedAt;
    }

    boolean isYoungerThan(long most, long now) {
      return now < loadedAt + most && now >= loadedAt;
    }

    boolean isTaken() {
      return taken.get();
    }

    boolean take() {
      return taken.compareAndSet(false, true);
    }
  }
}

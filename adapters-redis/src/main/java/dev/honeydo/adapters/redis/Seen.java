package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.honeydo.application.port.Cache;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What keeps reads of one owner's from going back in time: the newest that was shown.
 *
 * <p>Under one generation all copies are equally new, as long as Redis hears of every write. Whom
 * it does not hear of notes that in the record before anything changes ({@link OwnNote}). So what
 * was shown is newer than no copy, once the record was asked after its load who writes unheard, and
 * knew of nobody. Until then only copies are believed that are of a load which began after that
 * one's had ended, or are what was shown. The record is asked when that matters: once at most for
 * what is shown anew, and once for all who wait.
 *
 * <p>A server that was emptied has forgotten who writes. For as long as those may still write it is
 * not enough to ask the record.
 *
 * <p>Thread-safe.
 */
final class Seen {
  private static final int MOST = 100_000;

  private final com.github.benmanes.caffeine.cache.Cache<Fenced, Mark> marks =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(Duration.ofMillis(Ages.KEPT))
          .build();
  private final com.github.benmanes.caffeine.cache.Cache<Fenced, String> generations =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(Duration.ofMillis(Ages.KEPT))
          .build();

  private final OthersNotes others;
  private final BooleanSupplier mayHaveForgotten;
  private final LongSupplier nanoTime;

  Seen(OthersNotes others, BooleanSupplier mayHaveForgotten, LongSupplier nanoTime) {
    this.others = others;
    this.mayHaveForgotten = mayHaveForgotten;
    this.nanoTime = nanoTime;
  }

  /** The record has answered just now, and nobody knows when that is by the server's clock. */
  void add(Cache.Key<?> key) {
    long now = nanoTime.getAsLong();
    marks.put(Fenced.of(key), new Mark(key, Long.MAX_VALUE, Long.MAX_VALUE, now));
  }

  /**
   * The record has answered just now.
   *
   * @param from the server's time before it was asked, in milliseconds
   * @param took how many milliseconds have passed since, at most
   */
  void add(Cache.Key<?> key, long from, long took) {
    long now = nanoTime.getAsLong();
    long begun = now - Duration.ofMillis(took).toNanos();
    Mark next = new Mark(key, from, from + took + 1, now);
    var _ =
        marks
            .asMap()
            .merge(
                Fenced.of(key),
                next,
                (old, it) -> old.to > it.to && old.ended - begun > 0 ? old : it);
  }

  /**
   * A copy is about to be shown.
   *
   * @param at the server's time, in milliseconds
   * @return whether it may be newer than what else there is to be shown
   */
  boolean add(Cache.Key<?> key, Envelope<?> copy, long at) {
    long to = Math.min(copy.loadedAt() + copy.took() + 1, at);
    long ended = nanoTime.getAsLong() - Duration.ofMillis(at - to).toNanos();
    if (others.areKnownAbsentAfter(ended) && !mayHaveForgotten.getAsBoolean()) {
      return false;
    }
    Fenced fenced = Fenced.of(key);
    Mark before = marks.getIfPresent(fenced);
    if (before != null && before.isOf(key, copy.loadedAt())) {
      return false;
    }
    Mark next = new Mark(key, copy.loadedAt(), to, ended);
    var _ = marks.asMap().merge(fenced, next, (old, it) -> old.to > it.to ? old : it);
    return true;
  }

  /** Whether the copy is no older than what was shown. */
  boolean isBelieved(Cache.Key<?> key, Envelope<?> copy) {
    Fenced fenced = Fenced.of(key);
    Mark mark = marks.getIfPresent(fenced);
    if (mark == null || mark.isOf(key, copy.loadedAt()) || copy.loadedAt() >= mark.to) {
      return true;
    }
    if (mayHaveForgotten.getAsBoolean() || !others.wereAbsentAfter(mark.ended)) {
      return false;
    }
    boolean _ = marks.asMap().remove(fenced, mark);
    return true;
  }

  /** Whether the generation is the one that was seen last. */
  boolean isKnown(Fenced fenced, String generation) {
    return generation.equals(generations.getIfPresent(fenced));
  }

  /**
   * The generation is the one that was seen last, from now on. To be said once nothing older can be
   * shown: who finds it known takes that for granted.
   */
  void know(Fenced fenced, String generation) {
    generations.put(fenced, generation);
  }

  /**
   * What was shown.
   *
   * @param from milliseconds of the server's clock, before it was loaded
   * @param to after it was
   * @param ended by this process' clock, no earlier than it was
   */
  private record Mark(Cache.Key<?> key, long from, long to, long ended) {
    boolean isOf(Cache.Key<?> which, long loadedAt) {
      return from == loadedAt && key.equals(which);
    }
  }
}

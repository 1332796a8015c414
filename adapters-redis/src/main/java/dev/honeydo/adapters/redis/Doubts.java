package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What keeps reads from going back in time where some of them are answered by Redis and some by the
 * record.
 *
 * <p>Whose record was asked because Redis could not be, may have been shown what was written
 * unheard: Redis is not believed about them again before the record was asked, after that, whether
 * anybody writes unheard, and knew of nobody; for a minute at most. And where Redis is at another
 * generation than it was when somebody's near copies were made, they are older than what it says
 * now.
 *
 * <p>Thread-safe.
 */
final class Doubts {
  private static final int MOST = 100_000;

  private final Cache<Fenced, Long> doubted =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(Duration.ofMillis(Ages.KEPT))
          .build();
  private final Cache<Fenced, String> generations =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(Duration.ofMillis(Ages.KEPT))
          .build();

  private final OthersNotes others;
  private final LongSupplier nanoTime;

  Doubts(OthersNotes others, LongSupplier nanoTime) {
    this.others = others;
    this.nanoTime = nanoTime;
  }

  /** Redis could not be asked. */
  void begin(Fenced fenced) {
    doubted.put(fenced, nanoTime.getAsLong());
  }

  /** Whether Redis could not be asked, and may still not have heard of everything. */
  boolean contains(Fenced fenced) {
    Long since = doubted.getIfPresent(fenced);
    if (since == null) {
      return false;
    }
    if (others.wereAbsentAfter(since)) {
      boolean _ = doubted.asMap().remove(fenced, since);
      return false;
    }
    return true;
  }

  /** Whether the generation is the one that was seen last; it is from now on. */
  boolean isKnown(Fenced fenced, String generation) {
    if (generation.equals(generations.getIfPresent(fenced))) {
      return true;
    }
    generations.put(fenced, generation);
    return false;
  }
}

package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * What keeps reads from going back in time where some of them are answered by Redis and some by the
 * record.
 *
 * <p>Whose record was asked because Redis could not be, may have been shown what was written
 * unheard: Redis is not believed about them again before that is known to everybody, which takes
 * {@link Ages#ALONE}. And where Redis is at another generation than it was when somebody's near
 * copies were made, they are older than what it says now.
 *
 * <p>Thread-safe.
 */
final class Doubts {
  private static final int MOST = 100_000;

  private final Cache<Fenced, Boolean> doubted =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(Duration.ofMillis(Ages.ALONE))
          .build();
  private final Cache<Fenced, String> generations =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(Duration.ofMillis(Ages.KEPT))
          .build();

  /** Redis could not be asked. */
  void begin(Fenced fenced) {
    doubted.put(fenced, true);
  }

  /** Whether Redis could not be asked of late. */
  boolean contains(Fenced fenced) {
    return doubted.getIfPresent(fenced) != null;
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

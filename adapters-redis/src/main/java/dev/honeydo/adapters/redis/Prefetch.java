package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is likely to be read once it is known who asks, and what was found of that. Of one thread.
 */
final class Prefetch {
  private final Cache.Next next;
  private boolean asked;
  private @Nullable Ahead<?> ahead;

  Prefetch(Cache.Next next) {
    this.next = next;
  }

  /**
   * What was found good of a key that nobody had read yet.
   *
   * @param sight what was seen near before it was looked for
   */
  record Ahead<V>(Cache.Key<V> key, NearCopies.Sight sight, SharedReads.Look<V> look) {}

  /** What to look for together with that key, if anything; asked for once. */
  Optional<Cache.Key<?>> beside(Cache.Key<?> key) {
    if (asked || !(key instanceof Cache.AccessKey<?>)) {
      return Optional.empty();
    }
    asked = true;
    // Of another owner it would lie in another slot.
    return next.of(key.owner()).filter(it -> it.owner().equals(key.owner()));
  }

  /** Keeps what was found for {@link #take}. */
  void keep(Ahead<?> found) {
    ahead = found;
  }

  /** What was found of that key; it is nobody's any more then. */
  @SuppressWarnings("unchecked") // One key, one type.
  <V> @Nullable Ahead<V> take(Cache.Key<V> key) {
    Ahead<?> found = ahead;
    if (found == null || !found.key().equals(key)) {
      return null;
    }
    ahead = null;
    return (Ahead<V>) found;
  }
}

package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is likely to be read once it is known who asks, and what was found of that. Of one thread.
 */
final class Prefetch {
  private final Function<UserId, Optional<Cache.Key<?>>> next;
  private boolean asked;
  private @Nullable Ahead<?> ahead;

  Prefetch(Function<UserId, Optional<Cache.Key<?>>> next) {
    this.next = next;
  }

  /**
   * What was found of a key that nobody had read yet.
   *
   * @param sight what was seen near before it was looked for
   * @param namespace what copies were good for then
   * @param asked when that was, by this process' clock
   */
  record Ahead<V>(
      Cache.Key<V> key,
      NearCopies.Sight sight,
      Namespace namespace,
      long asked,
      SharedCopies.Found<V> found) {}

  /** What to look for together with that key, if anything; asked for once. */
  Optional<Cache.Key<?>> beside(Cache.Key<?> key) {
    if (asked || !(key instanceof Cache.AccessKey<?>)) {
      return Optional.empty();
    }
    asked = true;
    // Of another owner it would lie in another slot.
    return next.apply(key.owner()).filter(it -> it.owner().equals(key.owner()));
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

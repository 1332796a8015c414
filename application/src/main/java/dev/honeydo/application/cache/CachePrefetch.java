package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells the cache by way of which both are read. */
public final class CachePrefetch implements Prefetch {
  private final Cache cache;

  /** Wires it to that cache. */
  public CachePrefetch(Cache cache) {
    this.cache = cache;
  }

  @Override
  public <R> R todo(Supplier<Optional<TodoId>> id, Supplier<R> work) {
    return cache.prefetching(owner -> id.get().map(it -> new Cache.OneTodo(owner, it)), work);
  }

  @Override
  public <R> R page(Function<UserId, Optional<Part>> part, Supplier<R> work) {
    return cache.prefetching(
        owner -> part.apply(owner).map(it -> new Cache.Page(owner, it.query(), it.request())),
        work);
  }
}

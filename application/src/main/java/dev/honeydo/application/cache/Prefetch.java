package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets what a request asks for be looked up together with whether it is let in.
 *
 * <p>That changes no answer: what was looked up and is not asked for, is forgotten.
 */
public final class Prefetch {
  private final Cache cache;

  /** Wires it to the cache that both are read by way of. */
  public Prefetch(Cache cache) {
    this.cache = cache;
  }

  /**
   * Does work that lets somebody in and then asks for their todo of that id.
   *
   * @param id empty where nothing is to be looked up; not always asked for
   */
  public <R> R todo(Supplier<Optional<TodoId>> id, Supplier<R> work) {
    return cache.prefetching(owner -> id.get().map(it -> new Cache.OneTodo(owner, it)), work);
  }

  /**
   * Does work that lets somebody in and then asks for a part of a list of their todos.
   *
   * @param part what of whose, empty where nothing is to be looked up; not always asked for
   */
  public <R> R page(Function<UserId, Optional<Part>> part, Supplier<R> work) {
    return cache.prefetching(
        owner -> part.apply(owner).map(it -> new Cache.Page(owner, it.query(), it.request())),
        work);
  }

  /** A part of a list. */
  public record Part(TodoQuery query, PageRequest request) {}
}

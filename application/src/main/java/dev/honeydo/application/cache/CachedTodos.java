package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Todos behind a fence, read by way of a cache: for whoever only wants to look.
 *
 * <p>Changes come from the record always. They are positions in a stream, asked for once each, and
 * whoever follows them must miss nothing.
 */
public final class CachedTodos implements Todos {
  private final FencedTodos todos;
  private final Cache cache;

  /**
   * Reads {@code todos} by way of {@code cache}.
   *
   * @param todos whose writes move the fences of the same cache
   */
  public CachedTodos(FencedTodos todos, Cache cache) {
    this.todos = todos;
    this.cache = cache;
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return cache.read(new Cache.OneTodo(owner, id), () -> todos.find(owner, id));
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    return cache.read(
        new Cache.Page(owner, query, request), () -> todos.page(owner, query, request));
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    return cache.read(new Cache.Count(owner, filter), () -> todos.count(owner, filter));
  }

  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return cache.read(
        new Cache.Search(owner, terms, limit), () -> todos.search(owner, terms, limit));
  }

  /** Copies are of one instant, so they serve whoever asks again for the same. */
  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    return cache.read(new Cache.Statistics(owner, now), () -> todos.statistics(owner, now));
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    return todos.add(owner, todo);
  }

  @Override
  public Optional<UserId> owner(TodoId id) {
    return todos.owner(id);
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    return todos.replace(owner, todo, expected);
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    return todos.delete(owner, id, precondition, at);
  }

  @Override
  public Clearance deleteCompleted(UserId owner, Instant at) {
    return todos.deleteCompleted(owner, at);
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return todos.changes(owner, since, limit);
  }

  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return todos.purge(deletedBefore, most);
  }

  @Override
  public Clearance deleteAll(UserId owner) {
    return todos.deleteAll(owner);
  }
}

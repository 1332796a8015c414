package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
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
import java.util.function.Supplier;

/**
 * The record's todos, written behind the owner's fence: every copy of what the owner has to do ends
 * with each change. Reads go to the record, which is what whoever reads in order to write needs: on
 * a stale version they could build nothing.
 */
public final class FencedTodos implements Todos {
  private final Todos record;
  private final Cache cache;

  /** Moves the fences of {@code cache} when {@code record} is written. */
  public FencedTodos(Todos record, Cache cache) {
    this.record = record;
    this.cache = cache;
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    return write(owner, () -> record.add(owner, todo));
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return record.find(owner, id);
  }

  @Override
  public Optional<UserId> owner(TodoId id) {
    return record.owner(id);
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    return record.page(owner, query, request);
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    return record.count(owner, filter);
  }

  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return record.search(owner, terms, limit);
  }

  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    return record.statistics(owner, now);
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    return write(owner, () -> record.replace(owner, todo, expected));
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    return write(owner, () -> record.delete(owner, id, precondition, at));
  }

  @Override
  public Clearance deleteCompleted(UserId owner, Instant at) {
    return write(owner, () -> record.deleteCompleted(owner, at));
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return record.changes(owner, since, limit);
  }

  /** Takes away what is only remembered as deleted, so no copy ends. */
  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return record.purge(deletedBefore, most);
  }

  @Override
  public Clearance deleteAll(UserId owner) {
    return write(owner, () -> record.deleteAll(owner));
  }

  private <R> R write(UserId owner, Supplier<R> change) {
    return cache.write(owner, Scope.TODOS, change);
  }
}

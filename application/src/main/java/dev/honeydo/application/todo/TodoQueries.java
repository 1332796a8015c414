package dev.honeydo.application.todo;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What can be asked about todos. */
public final class TodoQueries {
  private final Todos todos;
  private final InstantSource clock;

  /** Wires the queries. */
  public TodoQueries(Todos todos, InstantSource clock) {
    this.todos = todos;
    this.clock = clock;
  }

  /** The owner's todo of that id, or empty where there is none. */
  public Optional<Todo> find(UserId owner, TodoId id) {
    return todos.find(owner, id);
  }

  /** A part of a list of the owner's todos. */
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    return todos.page(owner, query, request);
  }

  /** How many of the owner's todos the filter admits. */
  public TodoCount count(UserId owner, TodoFilter filter) {
    return todos.count(owner, filter);
  }

  /** The owner's todos that have the words, the best first. */
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return todos.search(owner, terms, limit);
  }

  /** What there is to count of the owner's todos now. */
  public TodoStatistics statistics(UserId owner) {
    return todos.statistics(owner, clock.instant());
  }

  /** What has changed of the owner's todos since a position, or since ever. */
  public Todos.Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return todos.changes(owner, since, limit);
  }
}

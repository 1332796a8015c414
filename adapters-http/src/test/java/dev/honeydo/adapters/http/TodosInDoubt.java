package dev.honeydo.adapters.http;

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

/** Todos of which a test makes what it likes: slow ones, or broken ones. */
final class TodosInDoubt implements Todos {
  private final Todos kept;
  private volatile Runnable beforePage = () -> {};
  private volatile Runnable beforeAdd = () -> {};
  private volatile Runnable afterAdd = () -> {};

  TodosInDoubt(Todos kept) {
    this.kept = kept;
  }

  /** Runs this before each page is read from now on. */
  void beforePage(Runnable action) {
    beforePage = action;
  }

  /** Runs this before each todo is added from now on. */
  void beforeAdd(Runnable action) {
    beforeAdd = action;
  }

  /** Runs this after each todo that is added from now on. */
  void afterAdd(Runnable action) {
    afterAdd = action;
  }

  @Override
  public Optional<UserId> owner(TodoId id) {
    return kept.owner(id);
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    beforePage.run();
    return kept.page(owner, query, request);
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    return kept.count(owner, filter);
  }

  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return kept.search(owner, terms, limit);
  }

  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    return kept.statistics(owner, now);
  }

  @Override
  public Clearance deleteCompleted(UserId owner, Instant at) {
    return kept.deleteCompleted(owner, at);
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return kept.changes(owner, since, limit);
  }

  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return kept.purge(deletedBefore, most);
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    beforeAdd.run();
    Addition added = kept.add(owner, todo);
    afterAdd.run();
    return added;
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return kept.find(owner, id);
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    return kept.replace(owner, todo, expected);
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    return kept.delete(owner, id, precondition, at);
  }

  @Override
  public Clearance deleteAll(UserId owner) {
    return kept.deleteAll(owner);
  }
}

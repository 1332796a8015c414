package dev.honeydo.application.event;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.PortUnavailable;
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
 * Todos whose owners are told of each change once it is in the record, and once no cache in front
 * of the record has what was before: it stands outside of those.
 *
 * <p>Where it is unknown whether a change took effect, the owner is told to read everything anew.
 */
public final class AnnouncingTodos implements Todos {
  private final Todos todos;
  private final Events events;

  /** Tells {@code events} of what changes in {@code todos}. */
  public AnnouncingTodos(Todos todos, Events events) {
    this.todos = todos;
    this.events = events;
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    Addition outcome = written(owner, () -> todos.add(owner, todo));
    switch (outcome) {
      case Added() -> tell(owner, new Event.TodoCreated(todo));
      case Exists _ -> {}
    }
    return outcome;
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    Replacement outcome = written(owner, () -> todos.replace(owner, todo, expected));
    switch (outcome) {
      case Replaced() -> tell(owner, new Event.TodoUpdated(todo));
      case Stale _, Missing() -> {}
    }
    return outcome;
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    Deletion outcome = written(owner, () -> todos.delete(owner, id, precondition, at));
    switch (outcome) {
      case Deleted() -> tell(owner, new Event.TodoDeleted(id));
      case AlreadyDeleted(), Stale _, Missing() -> {}
    }
    return outcome;
  }

  /** Which todos went the record does not say, so the owner is told to read them all anew. */
  @Override
  public Clearance deleteCompleted(UserId owner, Instant at) {
    Clearance outcome = written(owner, () -> todos.deleteCompleted(owner, at));
    if (outcome.count() > 0) {
      tell(owner, new Event.Overhauled());
    }
    return outcome;
  }

  /** What was told goes as well, for it says what was in the todos. */
  @Override
  public Clearance deleteAll(UserId owner) {
    try {
      return todos.deleteAll(owner);
    } finally {
      Events.Forgetting _ = events.forget(owner);
    }
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return todos.find(owner, id);
  }

  @Override
  public Optional<UserId> owner(TodoId id) {
    return todos.owner(id);
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    return todos.page(owner, query, request);
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    return todos.count(owner, filter);
  }

  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return todos.search(owner, terms, limit);
  }

  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    return todos.statistics(owner, now);
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return todos.changes(owner, since, limit);
  }

  /** Forgets what was deleted long ago and told of then. */
  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return todos.purge(deletedBefore, most);
  }

  private <R> R written(UserId owner, Supplier<R> change) {
    try {
      return change.get();
    } catch (PortUnavailable inDoubt) {
      tell(owner, new Event.Overhauled());
      throw inDoubt;
    }
  }

  private void tell(UserId owner, Event event) {
    Events.Announcement _ = events.publish(owner, event);
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Todos in a shelf for each owner, behind one lock. */
public final class InMemoryTodos implements Todos {
  private static final Comparator<Todo> NEWEST_FIRST =
      Comparator.comparing(TodoPosition::of, TodoOrder.NEWEST_FIRST.comparator());

  private final Availability availability = new Availability("Todos");
  private final Map<UserId, TodoShelf> shelves = new HashMap<>();

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Addition add(UserId owner, Todo todo) {
    availability.check("add");
    TodoShelf shelf = shelfOf(owner);
    if (shelf.hasDeleted(todo.id())) {
      return new Exists(Optional.empty());
    }
    Optional<Todo> current = shelf.find(todo.id());
    if (current.isPresent()) {
      return new Exists(current);
    }
    shelf.put(todo);
    return new Added();
  }

  @Override
  public synchronized Optional<Todo> find(UserId owner, TodoId id) {
    availability.check("find");
    return shelfOf(owner).find(id);
  }

  @Override
  public synchronized Optional<UserId> owner(TodoId id) {
    availability.check("owner");
    return shelves.entrySet().stream()
        .filter(shelf -> shelf.getValue().knows(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public synchronized TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    availability.check("page");
    Comparator<TodoPosition> order = query.order().comparator();
    List<Todo> rest =
        shelfOf(owner).live().stream()
            .filter(query.filter()::admits)
            .filter(todo ->
                request
                    .after()
                    .filter(it -> order.compare(query.order().positionOf(todo), it) <= 0)
                    .isEmpty())
            .sorted(Comparator.comparing(query.order()::positionOf, order))
            .limit(request.limit() + 1L)
            .toList();
    boolean more = rest.size() > request.limit();
    return new TodoPage(more ? rest.subList(0, request.limit()) : rest, more);
  }

  @Override
  public synchronized TodoCount count(UserId owner, TodoFilter filter) {
    availability.check("count");
    return new TodoCount(shelfOf(owner).live().stream().filter(filter::admits).count());
  }

  @Override
  public synchronized List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    availability.check("search");
    return shelfOf(owner).live().stream()
        .filter(todo -> terms.scopeOf(todo.content()).isPresent())
        .sorted(
            Comparator.comparing((Todo todo) -> terms.scopeOf(todo.content()).orElseThrow())
                .thenComparing(NEWEST_FIRST))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized TodoStatistics statistics(UserId owner, Instant now) {
    availability.check("statistics");
    TodoStatistics.Tally tally = new TodoStatistics.Tally(now);
    for (Todo todo : shelfOf(owner).live()) {
      tally.count(
          todo.content().priority(),
          todo.completedAt(),
          todo.content().dueAt().map(DueDate::value));
    }
    return tally.result();
  }

  @Override
  public synchronized Replacement replace(UserId owner, Todo todo, Version expected) {
    availability.check("replace");
    Optional<Todo> current = shelfOf(owner).find(todo.id());
    if (current.isEmpty()) {
      return new Missing();
    }
    if (!current.get().version().equals(expected)) {
      return new Stale(current.get().version());
    }
    shelfOf(owner).put(todo);
    return new Replaced();
  }

  @Override
  public synchronized Deletion delete(
      UserId owner, TodoId id, Precondition precondition, Instant at) {
    availability.check("delete");
    TodoShelf shelf = shelfOf(owner);
    if (shelf.hasDeleted(id)) {
      return new AlreadyDeleted();
    }
    Optional<Todo> current = shelf.find(id);
    if (current.isEmpty()) {
      return new Missing();
    }
    if (!precondition.admits(current.get().version())) {
      return new Stale(current.get().version());
    }
    shelf.delete(id, at);
    return new Deleted();
  }

  @Override
  public synchronized Clearance deleteCompleted(UserId owner, Instant at) {
    availability.check("deleteCompleted");
    TodoShelf shelf = shelfOf(owner);
    List<Todo> completed =
        shelf.live().stream().filter(todo -> todo.content().completed()).toList();
    completed.forEach(todo -> shelf.delete(todo.id(), at));
    return new Clearance(completed.size());
  }

  @Override
  public synchronized Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    availability.check("changes");
    TodoShelf shelf = shelfOf(owner);
    ChangePosition from = since.orElseGet(() -> new ChangePosition(0, shelf.horizon()));
    if (from.misses(shelf.horizon())) {
      return new Forgotten();
    }
    List<Map.Entry<Long, TodoChange>> behind = shelf.changesBehind(from.sequence());
    boolean more = behind.size() > limit;
    List<Map.Entry<Long, TodoChange>> part = more ? behind.subList(0, limit) : behind;
    long reached = more ? part.getLast().getKey() : Math.max(from.sequence(), shelf.last());
    return new Changes(
        part.stream().map(Map.Entry::getValue).toList(),
        new ChangePosition(reached, from.horizon()),
        more);
  }

  @Override
  public synchronized Purge purge(Instant deletedBefore, int most) {
    availability.check("purge");
    int left = most;
    for (TodoShelf shelf : shelves.values()) {
      left -= shelf.forget(deletedBefore, left);
      if (left == 0) {
        break;
      }
    }
    return new Purge(
        shelves.values().stream().noneMatch(shelf -> shelf.remembersBefore(deletedBefore)));
  }

  @Override
  public synchronized Clearance deleteAll(UserId owner) {
    availability.check("deleteAll");
    TodoShelf shelf = shelves.remove(owner);
    return new Clearance(shelf == null ? 0 : shelf.live().size());
  }

  private TodoShelf shelfOf(UserId owner) {
    return shelves.computeIfAbsent(owner, _ -> new TodoShelf());
  }
}

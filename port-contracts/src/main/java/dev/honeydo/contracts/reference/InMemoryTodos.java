package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Todos in a map for each owner, behind one lock. */
public final class InMemoryTodos implements Todos {
  /** The order of lists; ids compare as their text does. */
  private static final Comparator<TodoPosition> NEWEST_FIRST =
      Comparator.comparing(TodoPosition::createdAt)
          .thenComparing(position -> position.id().toString())
          .reversed();

  private final Availability availability = new Availability("Todos");
  private final Map<UserId, Shelf> shelves = new HashMap<>();

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Addition add(UserId owner, Todo todo) {
    availability.check("add");
    Shelf shelf = shelfOf(owner);
    if (shelf.deleted.contains(todo.id())) {
      return new Exists(Optional.empty());
    }
    Todo current = shelf.live.putIfAbsent(todo.id(), todo);
    return current == null ? new Added() : new Exists(Optional.of(current));
  }

  @Override
  public synchronized Optional<Todo> find(UserId owner, TodoId id) {
    availability.check("find");
    return Optional.ofNullable(shelfOf(owner).live.get(id));
  }

  @Override
  public synchronized TodoPage page(UserId owner, PageRequest request) {
    availability.check("page");
    List<Todo> rest =
        shelfOf(owner).live.values().stream()
            .filter(todo ->
                request
                    .after()
                    .filter(it -> NEWEST_FIRST.compare(TodoPosition.of(todo), it) <= 0)
                    .isEmpty())
            .sorted(Comparator.comparing(TodoPosition::of, NEWEST_FIRST))
            .limit(request.limit() + 1L)
            .toList();
    boolean more = rest.size() > request.limit();
    return new TodoPage(more ? rest.subList(0, request.limit()) : rest, more);
  }

  @Override
  public synchronized Replacement replace(UserId owner, Todo todo, Version expected) {
    availability.check("replace");
    Todo current = shelfOf(owner).live.get(todo.id());
    if (current == null) {
      return new Missing();
    }
    if (!current.version().equals(expected)) {
      return new Stale(current.version());
    }
    shelfOf(owner).live.put(todo.id(), todo);
    return new Replaced();
  }

  @Override
  public synchronized Deletion delete(
      UserId owner, TodoId id, Precondition precondition, Instant at) {
    availability.check("delete");
    Shelf shelf = shelfOf(owner);
    if (shelf.deleted.contains(id)) {
      return new AlreadyDeleted();
    }
    Todo current = shelf.live.get(id);
    if (current == null) {
      return new Missing();
    }
    if (!precondition.admits(current.version())) {
      return new Stale(current.version());
    }
    shelf.live.remove(id);
    shelf.deleted.add(id);
    return new Deleted();
  }

  @Override
  public synchronized Clearance deleteAll(UserId owner) {
    availability.check("deleteAll");
    Shelf shelf = shelves.remove(owner);
    return new Clearance(shelf == null ? 0 : shelf.live.size());
  }

  private Shelf shelfOf(UserId owner) {
    return shelves.computeIfAbsent(owner, _ -> new Shelf(new HashMap<>(), new HashSet<>()));
  }

  private record Shelf(Map<TodoId, Todo> live, Set<TodoId> deleted) {}
}

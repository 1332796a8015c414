package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.TodoChange;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One owner's todos, and the number of the last change of each. For one thread at a time. */
final class TodoShelf {
  private final Map<TodoId, Long> numbers = new HashMap<>();
  private final TreeMap<Long, TodoChange> changes = new TreeMap<>();
  private long last;
  private long horizon;

  void put(Todo todo) {
    put(todo.id(), new TodoChange.Upsert(todo));
  }

  void delete(TodoId id, Instant at) {
    put(id, new TodoChange.Deletion(id, at));
  }

  private void put(TodoId id, TodoChange change) {
    Long before = numbers.put(id, ++last);
    if (before != null) {
      changes.remove(before);
    }
    changes.put(last, change);
  }

  Optional<Todo> find(TodoId id) {
    return change(id)
        .flatMap(change ->
            change instanceof TodoChange.Upsert(Todo todo) ? Optional.of(todo) : Optional.empty());
  }

  boolean hasDeleted(TodoId id) {
    return change(id).filter(TodoChange.Deletion.class::isInstance).isPresent();
  }

  /** Whether it is there, or was and is not forgotten. */
  boolean knows(TodoId id) {
    return numbers.containsKey(id);
  }

  private Optional<TodoChange> change(TodoId id) {
    return Optional.ofNullable(numbers.get(id)).map(changes::get);
  }

  List<Todo> live() {
    return changes.values().stream()
        .filter(TodoChange.Upsert.class::isInstance)
        .map(change -> ((TodoChange.Upsert) change).todo())
        .toList();
  }

  /** The number of the last change. */
  long last() {
    return last;
  }

  /** The highest number of a deletion that is forgotten. */
  long horizon() {
    return horizon;
  }

  List<Map.Entry<Long, TodoChange>> changesBehind(long number) {
    return List.copyOf(changes.tailMap(number, false).entrySet());
  }

  boolean remembersBefore(Instant instant) {
    return !deletionsBefore(instant, 1).isEmpty();
  }

  /** Forgets deletions and answers how many. */
  int forget(Instant deletedBefore, int most) {
    List<Map.Entry<Long, TodoChange>> forgotten = deletionsBefore(deletedBefore, most);
    for (Map.Entry<Long, TodoChange> each : forgotten) {
      horizon = Math.max(horizon, each.getKey());
      changes.remove(each.getKey());
      numbers.remove(((TodoChange.Deletion) each.getValue()).id());
    }
    return forgotten.size();
  }

  private List<Map.Entry<Long, TodoChange>> deletionsBefore(Instant instant, int most) {
    return changes.entrySet().stream()
        .filter(each ->
            each.getValue() instanceof TodoChange.Deletion(_, Instant at) && at.isBefore(instant))
        .limit(most)
        .toList();
  }
}

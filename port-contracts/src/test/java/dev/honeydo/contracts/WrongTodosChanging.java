package dev.honeydo.contracts;

import static dev.honeydo.contracts.ListsDefect.changing;
import static dev.honeydo.contracts.ListsDefect.purging;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.TodoChange.Deletion;
import dev.honeydo.application.port.TodoChange.Upsert;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Doubles whose readers miss something, or hear of what is none of their business. */
final class WrongTodosChanging {
  private WrongTodosChanging() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-112",
              "tells of the first version of what has a task now",
              items((it, items) ->
                  each(
                      items,
                      change ->
                          change instanceof Upsert(Todo todo)
                                  && !todo.content().task().value().isEmpty()
                              ? new Upsert(it.added.getOrDefault(todo.id(), todo))
                              : change))),
          breaking(
              "TODO-113",
              "tells of deletions a millisecond late",
              items((it, items) ->
                  each(
                      items,
                      change ->
                          change instanceof Deletion(TodoId id, Instant at)
                                  && !inARace()
                                  && it.deleted.containsKey(id)
                                  && it.deleted.size() == 1
                              ? new Deletion(id, at.plusMillis(1))
                              : change))),
          breaking(
              "TODO-114",
              "tells of nothing that went because it was completed",
              items((it, items) ->
                  items.stream()
                      .filter(change ->
                          !(change instanceof Deletion(TodoId id, _))
                              || !it.added.containsKey(id)
                              || it.deleted.containsKey(id))
                      .toList())),
          breaking(
              "TODO-115",
              "skips one behind a part of two",
              changing((it, owner, since, limit) ->
                  it.right.changes(owner, since, limit)
                              instanceof Todos.Changes(var items, var next, var more)
                          && limit == 2
                          && more
                      ? new Todos.Changes(
                          items, new ChangePosition(next.sequence() + 1, next.horizon()), true)
                      : it.right.changes(owner, since, limit))),
          breaking(
              "TODO-116",
              "takes a full part for more",
              changing((it, owner, since, limit) ->
                  it.right.changes(owner, since, limit)
                              instanceof Todos.Changes(var items, var next, var more)
                          && !inARace()
                          && limit == 3
                          && since.isEmpty()
                          && items.size() == limit
                      ? new Todos.Changes(items, next, true)
                      : it.right.changes(owner, since, limit))),
          breaking(
              "TODO-117", "tells of a change only where the todo is new to the reader", Once::new),
          breaking(
              "TODO-118",
              "tells of what others have",
              changing((it, owner, since, limit) -> {
                Optional<UserId> other =
                    it.owners.values().stream().filter(each -> !each.equals(owner)).findFirst();
                return other.isPresent() && since.isPresent() && !inARace()
                    ? it.right.changes(other.get(), Optional.empty(), limit)
                    : it.right.changes(owner, since, limit);
              })),
          breaking(
              "TODO-119",
              "goes on behind a number whose change it has not seen yet",
              changing((it, owner, since, limit) -> {
                Todos.Feed answer = it.right.changes(owner, since, limit);
                return inARace()
                        && answer instanceof Todos.Changes(var items, var next, var more)
                        && !items.isEmpty()
                    ? new Todos.Changes(items.subList(1, items.size()), next, more)
                    : answer;
              })),
          breaking(
              "TODO-120",
              "forgets what was deleted at the instant",
              purging(
                  (it, deletedBefore, most) -> it.right.purge(deletedBefore.plusMillis(1), most))),
          breaking("TODO-121", "forgets what is old", Ages::new),
          breaking(
              "TODO-122",
              "tells nobody that something is forgotten",
              changing((it, owner, since, limit) ->
                  it.right.changes(owner, since, limit) instanceof Todos.Forgotten
                      ? new Todos.Changes(List.of(), since.orElseThrow(), false)
                      : it.right.changes(owner, since, limit))),
          breaking(
              "TODO-123",
              "sends everybody back who had begun when something was forgotten",
              right -> new SendsBack(right, true)),
          breaking(
              "TODO-124",
              "forgets with whom something was forgotten before they began",
              right -> new SendsBack(right, false)),
          breaking(
              "TODO-125",
              "always says that it is done",
              purging((it, deletedBefore, most) -> {
                Purge answer = it.right.purge(deletedBefore, most);
                return most == 2 ? new Purge(true) : answer;
              })));

  private interface OnItems {
    List<TodoChange> answer(TodosDefect.Spoilt it, List<TodoChange> items);
  }

  private static UnaryOperator<Todos> items(OnItems change) {
    return changing((it, owner, since, limit) ->
        it.right.changes(owner, since, limit)
                instanceof Todos.Changes(var items, var next, var more)
            ? new Todos.Changes(change.answer(it, items), next, more)
            : it.right.changes(owner, since, limit));
  }

  private static List<TodoChange> each(List<TodoChange> items, UnaryOperator<TodoChange> change) {
    return items.stream().map(change).toList();
  }

  /** Tells of each todo once in its life, unless in a race. */
  private static final class Once extends TodosDefect.Spoilt {
    Once(Todos right) {
      super(right);
    }

    @Override
    public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
      if (!(right.changes(owner, since, limit) instanceof Changes(var items, var next, var more))) {
        return right.changes(owner, since, limit);
      }
      List<TodoChange> told = new ArrayList<>();
      for (TodoChange change : items) {
        if (inARace()
            || limit < 10
            || !(change instanceof Upsert(Todo todo))
            || noted.add(todo.id())) {
          told.add(change);
        }
      }
      return new Changes(told, next, more);
    }
  }

  /** Forgets live todos that were made before the instant. */
  private static final class Ages extends TodosDefect.Spoilt {
    private final Map<TodoId, UserId> live = new HashMap<>();

    Ages(Todos right) {
      super(right);
    }

    @Override
    public Addition add(UserId owner, Todo todo) {
      live.put(todo.id(), owner);
      return super.add(owner, todo);
    }

    @Override
    public Purge purge(Instant deletedBefore, int most) {
      live.forEach((id, owner) ->
          right
              .find(owner, id)
              .filter(todo -> todo.createdAt().isBefore(deletedBefore))
              .filter(todo -> todo.version().equals(Version.FIRST))
              .ifPresent(_ -> noted.add(id)));
      return right.purge(deletedBefore, most);
    }

    @Override
    public Optional<Todo> find(UserId owner, TodoId id) {
      return noted.contains(id) ? Optional.empty() : super.find(owner, id);
    }
  }

  /** Sends back who goes on, by whether they began before the last purge or after it. */
  private static final class SendsBack extends TodosDefect.Spoilt {
    private final boolean earlier;
    private boolean purged;
    private boolean begunSince;

    SendsBack(Todos right, boolean earlier) {
      super(right);
      this.earlier = earlier;
    }

    @Override
    public Purge purge(Instant deletedBefore, int most) {
      purged = true;
      begunSince = false;
      return right.purge(deletedBefore, most);
    }

    @Override
    public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
      begunSince |= since.isEmpty();
      boolean hit = purged && since.isPresent() && begunSince != earlier;
      return hit ? new Forgotten() : right.changes(owner, since, limit);
    }
  }
}

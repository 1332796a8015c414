package dev.honeydo.contracts;

import static dev.honeydo.contracts.TodosDefect.finding;
import static dev.honeydo.contracts.TodosDefect.replacing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** Doubles that keep changes which they should refuse, or the other way round. */
final class WrongTodosReplacing {
  private WrongTodosReplacing() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-21",
              "drops the tags when replacing",
              replacing((it, owner, todo, _, answer) -> {
                if (answer instanceof Todos.Replaced) {
                  overwrite(it, owner, with(todo, todo.content().dueAt(), Tags.NONE));
                }
                return answer;
              })),
          breaking(
              "TODO-22", "keeps a due date that is taken away", right -> new KeepsDueDates(right)),
          breaking(
              "TODO-23",
              "finds what it found before",
              finding((it, _, id, answer) -> answer.map(todo -> it.found.getOrDefault(id, todo)))),
          breaking(
              "TODO-24",
              "takes one change for all that came between",
              replacing((_, _, _, expected, answer) ->
                  answer instanceof Todos.Stale(Version current)
                          && current.value() > expected.value()
                      ? new Todos.Stale(expected.next())
                      : answer)),
          breaking(
              "TODO-25",
              "writes before it compares",
              replacing((it, owner, todo, expected, answer) -> {
                if (answer instanceof Todos.Stale(Version current)
                    && current.value() > expected.value()) {
                  overwrite(it, owner, todo);
                }
                return answer;
              })),
          breaking(
              "TODO-26",
              "takes what is newer than its own version",
              replacing((it, owner, todo, expected, answer) ->
                  answer instanceof Todos.Stale(Version current)
                          && current.value() < expected.value()
                      ? it.right.replace(owner, todo, current)
                      : answer)),
          breaking(
              "TODO-27",
              "adds what it cannot replace",
              replacing((it, owner, todo, _, answer) -> {
                if (inARace()
                    || !(answer instanceof Todos.Missing)
                    || it.owners.containsKey(todo.id())) {
                  return answer;
                }
                var _ = it.right.add(owner, todo);
                return new Todos.Replaced();
              })),
          breaking(
              "TODO-28",
              "forgets the owner when replacing",
              replacing((it, owner, todo, expected, answer) ->
                  answer instanceof Todos.Missing
                      ? it.right.replace(it.owners.getOrDefault(todo.id(), owner), todo, expected)
                      : answer)),
          breaking(
              "TODO-29",
              "revives what is deleted when replacing",
              replacing((it, owner, todo, expected, answer) ->
                  deletedVersion(it, todo).filter(expected::equals).isPresent()
                      ? revived(it, owner, todo)
                      : answer)),
          breaking(
              "TODO-78",
              "replaces what is left of a deleted todo, which is one version on",
              replacing((it, owner, todo, expected, answer) ->
                  deletedVersion(it, todo).map(Version::next).filter(expected::equals).isPresent()
                      ? revived(it, owner, todo)
                      : answer)),
          breaking(
              "TODO-30",
              "replaces whatever was made at that instant",
              replacing((it, owner, todo, _, answer) -> {
                if (answer instanceof Todos.Replaced && !inARace()) {
                  ofThatInstant(it, owner, todo)
                      .forEach(other -> overwrite(it, owner, with(other, todo.content())));
                }
                return answer;
              })),
          breaking(
              "TODO-31",
              "keeps two of many that build on one version",
              replacing((it, _, todo, _, answer) ->
                  inARace() && answer instanceof Todos.Stale && it.noted.add(todo.id())
                      ? new Todos.Replaced()
                      : answer)),
          breaking(
              "TODO-32",
              "tells losers the version that they know",
              replacing((_, _, _, expected, answer) ->
                  inARace() && answer instanceof Todos.Stale
                      ? new Todos.Stale(expected)
                      : answer)));

  private static List<Todo> ofThatInstant(TodosDefect.Spoilt it, UserId owner, Todo todo) {
    return it.right.page(owner, new PageRequest(100, Optional.empty())).items().stream()
        .filter(other -> !other.id().equals(todo.id()))
        .filter(other -> other.createdAt().equals(todo.createdAt()))
        .toList();
  }

  /** The version that the todo had when it was deleted. */
  private static Optional<Version> deletedVersion(TodosDefect.Spoilt it, Todo todo) {
    return Optional.ofNullable(it.deleted.get(todo.id()))
        .filter(_ -> !inARace())
        .map(Todo::version);
  }

  private static Todos.Replacement revived(TodosDefect.Spoilt it, UserId owner, Todo todo) {
    var _ = it.right.add(owner, todo);
    return new Todos.Replaced();
  }

  private static void overwrite(TodosDefect.Spoilt it, UserId owner, Todo todo) {
    Version current = it.right.find(owner, todo.id()).orElseThrow().version();
    var _ = it.right.replace(owner, todo, current);
  }

  private static Todo with(Todo todo, Optional<DueDate> dueAt, Tags tags) {
    TodoContent old = todo.content();
    return with(
        todo,
        new TodoContent(old.heading(), old.task(), old.completed(), old.priority(), dueAt, tags));
  }

  private static Todo with(Todo todo, TodoContent content) {
    return new Todo(
        todo.id(), content, todo.completedAt(), todo.createdAt(), todo.updatedAt(), todo.version());
  }

  private static final class KeepsDueDates extends TodosDefect.Spoilt {
    KeepsDueDates(Todos right) {
      super(right);
    }

    @Override
    public Replacement replace(UserId owner, Todo todo, Version expected) {
      Optional<DueDate> before =
          Optional.ofNullable(added.get(todo.id())).flatMap(old -> old.content().dueAt());
      Optional<DueDate> dueAt = todo.content().dueAt().or(() -> before);
      return right.replace(owner, with(todo, dueAt, todo.content().tags()), expected);
    }
  }
}

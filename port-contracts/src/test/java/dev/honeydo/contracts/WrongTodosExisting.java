package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Doubles that do not know what they are given a second time. */
final class WrongTodosExisting {
  private WrongTodosExisting() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-79",
              "replaces what is added again",
              existing((it, owner, todo, answer) -> {
                answer
                    .current()
                    .ifPresent(now -> {
                      Todos.Replacement _ = it.right.replace(owner, todo, now.version());
                    });
                return answer;
              })),
          breaking(
              "TODO-79",
              "tells of a todo as it is added again if it has the same version",
              existing((_, _, todo, answer) ->
                  new Todos.Exists(
                      answer
                          .current()
                          .map(now -> now.version().equals(todo.version()) ? todo : now)))),
          breaking(
              "TODO-80",
              "tells of a todo as it was added first",
              existing((it, _, todo, answer) ->
                  new Todos.Exists(
                      answer.current().map(now -> it.first.getOrDefault(todo.id(), now))))),
          breaking(
              "TODO-81",
              "takes the id of a deleted todo for a new one",
              existing(
                  (_, _, _, answer) -> answer.current().isPresent() ? answer : new Todos.Added())),
          breaking(
              "TODO-82",
              "lets all add who do at once",
              existing((_, _, _, answer) -> WrongDouble.inARace() ? new Todos.Added() : answer)));

  private static UnaryOperator<Todos> existing(OnExisting defect) {
    return right -> new Spoilt(right, defect);
  }

  private interface OnExisting {
    Todos.Addition answer(Spoilt it, UserId owner, Todo todo, Todos.Exists answer);
  }

  private static final class Spoilt extends TodosDefect.Spoilt {
    private final Map<TodoId, Todo> first = new ConcurrentHashMap<>();
    private final OnExisting defect;

    Spoilt(Todos right, OnExisting defect) {
      super(right);
      this.defect = defect;
    }

    @Override
    public Addition add(UserId owner, Todo todo) {
      Optional<Todo> _ = Optional.ofNullable(first.putIfAbsent(todo.id(), todo));
      return super.add(owner, todo) instanceof Exists exists
          ? defect.answer(this, owner, todo, exists)
          : new Added();
    }
  }
}

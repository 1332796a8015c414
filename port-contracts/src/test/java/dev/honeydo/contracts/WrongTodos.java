package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.Todos;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of todos. */
final class WrongTodos {
  private WrongTodos() {}

  static List<WrongDouble<Todos>> all() {
    return Stream.of(
            WrongTodosKeeping.ALL,
            WrongTodosExisting.ALL,
            WrongTodosReplacing.ALL,
            WrongTodosDeleting.ALL,
            WrongTodosPaging.ALL,
            WrongTodosFiltering.ALL,
            WrongTodosSorting.ALL,
            WrongTodosSearching.ALL,
            WrongTodosCounting.ALL,
            WrongTodosChanging.ALL,
            WrongTodosOwning.ALL,
            LEAKING)
        .flatMap(List::stream)
        .toList();
  }

  private static final List<WrongDouble<Todos>> LEAKING =
      List.of(
          leaking("TODO-72", Todos.class, "add"),
          leaking("TODO-73", Todos.class, "find"),
          leaking("TODO-74", Todos.class, "page"),
          leaking("TODO-75", Todos.class, "replace"),
          leaking("TODO-76", Todos.class, "delete"),
          leaking("TODO-77", Todos.class, "deleteAll"),
          leaking("TODO-130", Todos.class, "count"),
          leaking("TODO-131", Todos.class, "search"),
          leaking("TODO-132", Todos.class, "statistics"),
          leaking("TODO-133", Todos.class, "deleteCompleted"),
          leaking("TODO-134", Todos.class, "changes"),
          leaking("TODO-135", Todos.class, "purge"),
          leaking("TODO-143", Todos.class, "owner"));
}

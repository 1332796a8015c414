package dev.honeydo.application.todo;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes what a todo says, in part or in whole. */
public final class EditTodo {
  private final Todos todos;
  private final InstantSource clock;

  /** Wires the use case. */
  public EditTodo(Todos todos, InstantSource clock) {
    this.todos = todos;
    this.clock = clock;
  }

  /**
   * Applies the edit to the newest version, again and again until no other change came between:
   * each round but the last means that another change was kept, so somebody always gets on.
   */
  public Outcome handle(Command command) {
    while (true) {
      Optional<Todo> current = todos.find(command.owner(), command.id());
      if (current.isEmpty()) {
        return new NotFound();
      }
      Todo todo = current.get();
      if (!command.precondition().admits(todo.version())) {
        return new VersionMismatch(todo.version());
      }
      Todo edited = todo.edited(command.edit().apply(todo.content()), clock.instant());
      if (edited.equals(todo)) {
        return new Edited(todo);
      }
      switch (todos.replace(command.owner(), edited, todo.version())) {
        case Todos.Replaced() -> {
          return new Edited(edited);
        }
        case Todos.Missing() -> {
          return new NotFound();
        }
        case Todos.Stale(Version _) -> {}
      }
    }
  }

  /**
   * What to change.
   *
   * @param edit makes the new content of the old; pure, since it may run more than once
   */
  public record Command(
      UserId owner, TodoId id, Precondition precondition, UnaryOperator<TodoContent> edit) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The todo as it is now; an edit that changes nothing keeps its version. */
  public record Edited(Todo todo) implements Outcome {}

  /** The todo is at {@code current}, on which the edit may not build. */
  public record VersionMismatch(Version current) implements Outcome {}

  /** The owner has no such todo. */
  public record NotFound() implements Outcome {}
}

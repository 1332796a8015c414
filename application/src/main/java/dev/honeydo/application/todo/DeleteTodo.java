package dev.honeydo.application.todo;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes a todo; to delete it again does no harm. */
public final class DeleteTodo {
  private final Todos todos;
  private final InstantSource clock;

  /** Wires the use case. */
  public DeleteTodo(Todos todos, InstantSource clock) {
    this.todos = todos;
    this.clock = clock;
  }

  /** Deletes the todo, if the precondition admits its version. */
  public Outcome handle(Command command) {
    Todos.Deletion deletion =
        todos.delete(command.owner(), command.id(), command.precondition(), clock.instant());
    return switch (deletion) {
      case Todos.Deleted() -> new Deleted();
      // What is gone has no version that a precondition could name.
      case Todos.AlreadyDeleted() ->
          command.precondition().versions().isEmpty()
              ? new Deleted()
              : new VersionMismatch(Optional.empty());
      case Todos.Stale(Version current) -> new VersionMismatch(Optional.of(current));
      case Todos.Missing() -> new NotFound();
    };
  }

  /** What to delete. */
  public record Command(UserId owner, TodoId id, Precondition precondition) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The todo is no more. */
  public record Deleted() implements Outcome {}

  /**
   * The todo is not at a version that was asked for.
   *
   * @param current where it is; absent where it had been deleted before
   */
  public record VersionMismatch(Optional<Version> current) implements Outcome {}

  /** The owner never had such a todo. */
  public record NotFound() implements Outcome {}
}

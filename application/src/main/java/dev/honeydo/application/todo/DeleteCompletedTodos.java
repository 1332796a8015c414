package dev.honeydo.application.todo;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;

/** Deletes whatever its owner has completed. */
public final class DeleteCompletedTodos {
  private final Todos todos;
  private final InstantSource clock;

  /** Wires the use case. */
  public DeleteCompletedTodos(Todos todos, InstantSource clock) {
    this.todos = todos;
    this.clock = clock;
  }

  /** Deletes the completed todos; to do so again does no harm. */
  public Outcome handle(Command command) {
    return new Deleted(todos.deleteCompleted(command.owner(), clock.instant()).count());
  }

  /** Whose to delete. */
  public record Command(UserId owner) {}

  /** What became of them. */
  public sealed interface Outcome {}

  /**
   * They are no more.
   *
   * @param count how many there were
   */
  public record Deleted(long count) implements Outcome {}
}

package dev.honeydo.application.cache;

import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/**
 * Ends all copies that a todo is in, and with them all others of its owner's: lists and searches
 * are not known by what is in them. Nothing is lost: the record is asked again.
 */
public final class InvalidateTodo {
  private final Todos todos;
  private final CacheControl control;

  /** Wires the use case. */
  public InvalidateTodo(Todos todos, CacheControl control) {
    this.todos = todos;
    this.control = control;
  }

  /**
   * Ends the copies. Whether a todo of somebody else's exists is nobody's business: but for an
   * admin it is not found.
   */
  public Outcome handle(Command command) {
    Optional<UserId> owner = todos.owner(command.id());
    if (owner.filter(it -> command.byAdmin() || it.equals(command.by())).isEmpty()) {
      return new NotFound();
    }
    CacheControl.Cleared _ = control.invalidate(owner.get());
    return new Invalidated();
  }

  /**
   * Whose copies are to end.
   *
   * @param by who asks
   * @param byAdmin whether they are an admin at this moment
   */
  public record Command(UserId by, boolean byAdmin, TodoId id) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** No copy from before is found again. */
  public record Invalidated() implements Outcome {}

  /** Who asks has no such todo, nor may they know of others'. */
  public record NotFound() implements Outcome {}
}

package dev.honeydo.application.cache;

import dev.honeydo.application.port.CacheControl;
import dev.honeydo.domain.user.UserId;

/** Ends all copies of what is somebody's. Nothing is lost: the record is asked again. */
public final class InvalidateUser {
  private final CacheControl control;

  /** Wires the use case. */
  public InvalidateUser(CacheControl control) {
    this.control = control;
  }

  /**
   * Ends the copies, whether there is such a user or not: of who is gone there may be some, too.
   * That who asks is an admin has been seen to before.
   */
  public Outcome handle(Command command) {
    CacheControl.Cleared _ = control.invalidate(command.id());
    return new Invalidated();
  }

  /** Whose copies are to end. */
  public record Command(UserId id) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** No copy from before is found again. */
  public record Invalidated() implements Outcome {}
}

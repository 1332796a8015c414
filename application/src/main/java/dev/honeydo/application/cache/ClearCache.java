package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import java.util.Set;

/** Ends everybody's copies of some kinds. Nothing is lost: the record is asked again. */
public final class ClearCache {
  private final CacheControl control;

  /** Wires the use case. */
  public ClearCache(CacheControl control) {
    this.control = control;
  }

  /** Clears; to do so again does no harm. That who asks is an admin has been seen to before. */
  public Outcome handle(Command command) {
    CacheControl.Cleared _ = control.clear(command.scopes());
    return new Cleared();
  }

  /** What is to be cleared. */
  public record Command(Set<Cache.Scope> scopes) {
    /** Copies the set. */
    public Command {
      scopes = Set.copyOf(scopes);
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** No copy from before is found again. */
  public record Cleared() implements Outcome {}
}

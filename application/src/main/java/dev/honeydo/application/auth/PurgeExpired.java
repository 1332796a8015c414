package dev.honeydo.application.auth;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Clears the stores of what has expired. Nobody can tell the difference: it only keeps the stores
 * from growing.
 */
public final class PurgeExpired {
  /** How much a store is asked to look at in one go, so that nobody else waits for it long. */
  static final int AT_ONCE = 500;

  private final List<IntFunction<Purge>> purges;

  /** Wires the use case. */
  public PurgeExpired(
      Sessions sessions,
      RefreshFamilies families,
      RevokedTokens revokedTokens,
      IdempotencyLedger ledger,
      Todos todos,
      InstantSource clock) {
    this.purges =
        List.of(
            sessions::purge,
            families::purge,
            revokedTokens::purge,
            ledger::purge,
            most -> todos.purge(clock.instant().minus(Todos.MEMORY), most));
  }

  /**
   * Purges store after store, each until nothing is left. It stops where a store cannot be reached,
   * and between two goes when its thread is interrupted: the next run does the rest.
   */
  public Outcome handle(Command command) {
    try {
      for (IntFunction<Purge> purge : purges) {
        while (!purge.apply(AT_ONCE).complete()) {
          if (Thread.currentThread().isInterrupted()) {
            return new Interrupted();
          }
        }
      }
      return new Purged();
    } catch (PortUnavailable cutOff) {
      return new Unreachable(cutOff.port());
    }
  }

  /** Everything that has expired. */
  public record Command() {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** What had expired is gone. */
  public record Purged() implements Outcome {}

  /** Its thread was interrupted; something may be left. */
  public record Interrupted() implements Outcome {}

  /**
   * A store could not be reached; something may be left.
   *
   * @param port the simple name of the port
   */
  public record Unreachable(String port) implements Outcome {}
}

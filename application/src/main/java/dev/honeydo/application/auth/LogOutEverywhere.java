package dev.honeydo.application.auth;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.user.UserId;

/** Ends every session of a user, and every token there is of theirs. */
public final class LogOutEverywhere {
  private final Sessions sessions;
  private final RefreshFamilies families;
  private final RevokedTokens revokedTokens;

  /** Wires the use case. */
  public LogOutEverywhere(
      Sessions sessions, RefreshFamilies families, RevokedTokens revokedTokens) {
    this.sessions = sessions;
    this.families = families;
    this.revokedTokens = revokedTokens;
  }

  /**
   * Ends everything.
   *
   * <p>The sessions go before the epoch: should the rest fail, whoever asked with a token can tell
   * by it that they are out. They go once more after it, for a login that came between would have a
   * session and a token of the epoch that has ended.
   */
  public Outcome handle(Command command) {
    Sessions.Clearance first = sessions.revokeAll(command.owner());
    RevokedTokens.Advance _ = revokedTokens.advance(command.owner());
    Sessions.Clearance late = sessions.revokeAll(command.owner());
    RefreshFamilies.Ending _ = families.endAll(command.owner());
    return new LoggedOut(first.count() + late.count());
  }

  /** Whose sessions. */
  public record Command(UserId owner) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /**
   * There are none any more.
   *
   * @param sessions how many were live
   */
  public record LoggedOut(long sessions) implements Outcome {}
}

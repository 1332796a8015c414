package dev.honeydo.application.auth;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;

/** Ends every session of a user but for the one they are in. */
public final class LogOutElsewhere {
  private final Sessions sessions;
  private final RefreshFamilies families;

  /** Wires the use case. */
  public LogOutElsewhere(Sessions sessions, RefreshFamilies families) {
    this.sessions = sessions;
    this.families = families;
  }

  /** Ends the others. Their access tokens end with them, so the epoch stays. */
  public Outcome handle(Command command) {
    Sessions.Clearance ended = sessions.revokeOthers(command.owner(), command.kept());
    RefreshFamilies.Ending _ = families.endOthers(command.owner(), command.kept());
    return new LoggedOut(ended.count());
  }

  /** Whose sessions, and which one goes on. */
  public record Command(UserId owner, SessionId kept) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /**
   * There are no others any more.
   *
   * @param sessions how many were live
   */
  public record LoggedOut(long sessions) implements Outcome {}
}

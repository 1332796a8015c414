package dev.honeydo.application.auth;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;

/** Ends a session, and with it every token that was issued in it. */
public final class LogOut {
  private final Sessions sessions;
  private final RefreshFamilies families;

  /** Wires the use case. */
  public LogOut(Sessions sessions, RefreshFamilies families) {
    this.sessions = sessions;
    this.families = families;
  }

  /** Ends the session; that it had ended before makes no difference. */
  public Outcome handle(Command command) {
    Sessions.Revocation _ = sessions.revoke(command.owner(), command.session());
    RefreshFamilies.Ending _ = families.end(command.owner(), command.session());
    return new LoggedOut();
  }

  /** Whose session, and which. */
  public record Command(UserId owner, SessionId session) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The session is no more. */
  public record LoggedOut() implements Outcome {}
}

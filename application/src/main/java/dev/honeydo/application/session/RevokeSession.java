package dev.honeydo.application.session;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;

/** Ends one of a user's sessions, on whichever device it is. */
public final class RevokeSession {
  private final Sessions sessions;
  private final RefreshFamilies families;

  /** Wires the use case. */
  public RevokeSession(Sessions sessions, RefreshFamilies families) {
    this.sessions = sessions;
    this.families = families;
  }

  /**
   * Ends the session. The family goes in either case: that of a session which has ended already is
   * worth nothing, and may be what an earlier try could not reach.
   */
  public Outcome handle(Command command) {
    Sessions.Revocation revocation = sessions.revoke(command.owner(), command.session());
    RefreshFamilies.Ending _ = families.end(command.owner(), command.session());
    return switch (revocation) {
      case Sessions.Revoked() -> new Revoked();
      case Sessions.Gone() -> new NotFound();
    };
  }

  /** Whose session, and which. */
  public record Command(UserId owner, SessionId session) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The session is no more. */
  public record Revoked() implements Outcome {}

  /** The owner has no such live session. */
  public record NotFound() implements Outcome {}
}

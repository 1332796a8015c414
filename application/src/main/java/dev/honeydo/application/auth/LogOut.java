package dev.honeydo.application.auth;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.util.List;

/** Ends a session, and with it every token that was issued in it. */
public final class LogOut {
  private final Sessions sessions;
  private final RefreshFamilies families;
  private final RevokedTokens revokedTokens;

  /** Wires the use case. */
  public LogOut(Sessions sessions, RefreshFamilies families, RevokedTokens revokedTokens) {
    this.sessions = sessions;
    this.families = families;
    this.revokedTokens = revokedTokens;
  }

  /**
   * Ends the session; that it had ended before makes no difference.
   *
   * <p>The session goes first: without it everything else is worth nothing already. The tokens are
   * revoked one by one all the same, so that no store has to remember the session to know it.
   */
  public Outcome handle(Command command) {
    Sessions.Revocation _ = sessions.revoke(command.owner(), command.session());
    for (AccessClaims token : command.tokens()) {
      RevokedTokens.Revocation _ =
          revokedTokens.revoke(command.owner(), token.id(), token.expiresAt());
    }
    RefreshFamilies.Ending _ = families.end(command.owner(), command.session());
    return new LoggedOut();
  }

  /**
   * Whose session, and which.
   *
   * @param tokens the access tokens that were shown with it
   */
  public record Command(UserId owner, SessionId session, List<AccessClaims> tokens) {
    /** Copies the list. */
    public Command {
      tokens = List.copyOf(tokens);
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** The session is no more. */
  public record LoggedOut() implements Outcome {}
}

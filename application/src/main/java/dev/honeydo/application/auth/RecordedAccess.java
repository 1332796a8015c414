package dev.honeydo.application.auth;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Session;
import java.util.Optional;

/** Asks the record about every token, each time. */
public final class RecordedAccess implements AccessChecks {
  private final Sessions sessions;
  private final RevokedTokens revokedTokens;

  /** Wires the checks. */
  public RecordedAccess(Sessions sessions, RevokedTokens revokedTokens) {
    this.sessions = sessions;
    this.revokedTokens = revokedTokens;
  }

  @Override
  public Optional<Session> check(AccessClaims claims) {
    RevokedTokens.Standing standing = revokedTokens.standing(claims.subject(), claims.id());
    return standing.revoked() || !standing.epoch().equals(claims.epoch())
        ? Optional.empty()
        : sessions.find(claims.subject(), claims.session());
  }
}

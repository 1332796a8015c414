package dev.honeydo.application.auth;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Sessions of which each is revoked by somebody else right before its use is noted. */
record SessionsEndedBeforeTouch(Sessions sessions) implements Sessions {

  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    Revocation _ = sessions.revoke(owner, id);
    return sessions.touch(owner, id, at);
  }

  @Override
  public Opening open(Session session, SessionTokenHash token, int limit) {
    return sessions.open(session, token, limit);
  }

  @Override
  public Optional<Session> find(UserId owner, SessionTokenHash token) {
    return sessions.find(owner, token);
  }

  @Override
  public Optional<Session> find(UserId owner, SessionId id) {
    return sessions.find(owner, id);
  }

  @Override
  public Revocation revoke(UserId owner, SessionId id) {
    return sessions.revoke(owner, id);
  }

  @Override
  public Clearance revokeAll(UserId owner) {
    return sessions.revokeAll(owner);
  }
}

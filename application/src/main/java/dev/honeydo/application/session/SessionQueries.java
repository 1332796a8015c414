package dev.honeydo.application.session;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.util.List;

/** What can be asked about sessions. */
public final class SessionQueries {
  private final Sessions sessions;

  /** Wires the queries. */
  public SessionQueries(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The owner's live sessions, the newest first. */
  public List<Session> list(UserId owner) {
    return sessions.list(owner);
  }
}

package dev.honeydo.application.event;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions whose owners are told of each that ends before its time, once no cache lets it in any
 * more: it stands outside of those.
 *
 * <p>Which sessions go where many do is looked up before. One that comes in between ends untold.
 */
public final class AnnouncingSessions implements Sessions {
  private final Sessions sessions;
  private final Events events;

  /** Tells {@code events} of what ends in {@code sessions}. */
  public AnnouncingSessions(Sessions sessions, Events events) {
    this.sessions = sessions;
    this.events = events;
  }

  @Override
  public Opening open(Session session, SessionTokenHash token, int limit) {
    Opening opening = sessions.open(session, token, limit);
    tell(session.owner(), opening.ended());
    return opening;
  }

  @Override
  public Revocation revoke(UserId owner, SessionId id) {
    Revocation outcome = sessions.revoke(owner, id);
    switch (outcome) {
      case Revoked() -> tell(owner, List.of(id));
      case Gone() -> {}
    }
    return outcome;
  }

  @Override
  public Clearance revokeAll(UserId owner) {
    List<SessionId> there = there(owner);
    Clearance outcome = sessions.revokeAll(owner);
    tell(owner, there);
    return outcome;
  }

  @Override
  public Clearance revokeOthers(UserId owner, SessionId kept) {
    List<SessionId> others = there(owner).stream().filter(it -> !it.equals(kept)).toList();
    Clearance outcome = sessions.revokeOthers(owner, kept);
    tell(owner, others);
    return outcome;
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
  public List<Session> list(UserId owner) {
    return sessions.list(owner);
  }

  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    return sessions.touch(owner, id, at);
  }

  @Override
  public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
    return sessions.annotate(owner, id, expected, next);
  }

  @Override
  public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
    return sessions.rekey(owner, id, next);
  }

  @Override
  public List<UserId> lastSeen(int most) {
    return sessions.lastSeen(most);
  }

  /** Removes what has ended by itself. */
  @Override
  public Purge purge(int most) {
    return sessions.purge(most);
  }

  private List<SessionId> there(UserId owner) {
    try {
      return sessions.list(owner).stream().map(Session::id).toList();
    } catch (PortUnavailable untold) {
      // To end them is what was asked for; nobody needs to be told for that.
      return List.of();
    }
  }

  private void tell(UserId owner, List<SessionId> ended) {
    for (SessionId id : ended) {
      Events.Announcement _ = events.publish(owner, new Event.SessionRevoked(id));
    }
  }
}

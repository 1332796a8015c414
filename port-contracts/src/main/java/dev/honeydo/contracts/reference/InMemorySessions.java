package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sessions in a map by id, behind one lock; those that have expired are looked past. */
public final class InMemorySessions implements Sessions {
  private static final Comparator<Session> OLDEST_FIRST =
      Comparator.comparing(Session::createdAt).thenComparing(it -> it.id().toString());

  private final Availability availability = new Availability("Sessions");
  private final Map<SessionId, Kept> sessions = new HashMap<>();
  private final InstantSource clock;

  /** An empty store that goes by {@code clock}. */
  public InMemorySessions(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Opening open(Session session, SessionTokenHash token, int limit) {
    availability.check("open");
    List<Session> others = liveOf(session.owner()).map(Kept::session).sorted(OLDEST_FIRST).toList();
    List<SessionId> ended =
        others.stream().limit(Math.max(0, others.size() + 1 - limit)).map(Session::id).toList();
    ended.forEach(sessions::remove);
    sessions.put(session.id(), new Kept(session, token));
    return new Opening(ended);
  }

  @Override
  public synchronized Optional<Session> find(UserId owner, SessionTokenHash token) {
    availability.check("find");
    return first(owner, kept -> kept.token().equals(token));
  }

  @Override
  public synchronized Optional<Session> find(UserId owner, SessionId id) {
    availability.check("find");
    return first(owner, kept -> kept.session().id().equals(id));
  }

  @Override
  public synchronized List<Session> list(UserId owner) {
    availability.check("list");
    return liveOf(owner).map(Kept::session).sorted(OLDEST_FIRST.reversed()).toList();
  }

  @Override
  public synchronized List<UserId> lastSeen(int most) {
    availability.check("lastSeen");
    Instant now = clock.instant();
    return sessions.values().stream()
        .map(Kept::session)
        .filter(session -> session.isLiveAt(now))
        .sorted(Comparator.comparing(Session::lastAccessedAt).reversed())
        .map(Session::owner)
        .distinct()
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Touch touch(UserId owner, SessionId id, Instant at) {
    availability.check("touch");
    Optional<Session> found = first(owner, kept -> kept.session().id().equals(id));
    if (found.isEmpty()) {
      return new Gone();
    }
    sessions.computeIfPresent(id, (_, kept) -> new Kept(kept.session().touched(at), kept.token()));
    return new Touched();
  }

  @Override
  public synchronized Annotation annotate(
      UserId owner, SessionId id, SessionData expected, SessionData next) {
    availability.check("annotate");
    Optional<Session> found = first(owner, kept -> kept.session().id().equals(id));
    if (found.isEmpty()) {
      return new Gone();
    }
    SessionData current = found.get().data();
    if (!current.equals(expected)) {
      return new Overtaken(current);
    }
    sessions.computeIfPresent(
        id, (_, kept) -> new Kept(kept.session().withData(next), kept.token()));
    return new Annotated();
  }

  @Override
  public synchronized Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
    availability.check("rekey");
    if (first(owner, kept -> kept.session().id().equals(id)).isEmpty()) {
      return new Gone();
    }
    sessions.computeIfPresent(id, (_, kept) -> new Kept(kept.session(), next));
    return new Rekeyed();
  }

  @Override
  public synchronized Revocation revoke(UserId owner, SessionId id) {
    availability.check("revoke");
    Optional<Session> found = first(owner, kept -> kept.session().id().equals(id));
    if (found.isEmpty()) {
      return new Gone();
    }
    sessions.remove(id);
    return new Revoked();
  }

  @Override
  public synchronized Clearance revokeAll(UserId owner) {
    availability.check("revokeAll");
    List<SessionId> live = liveOf(owner).map(kept -> kept.session().id()).toList();
    live.forEach(sessions::remove);
    return new Clearance(live.size());
  }

  @Override
  public synchronized Clearance revokeOthers(UserId owner, SessionId kept) {
    availability.check("revokeOthers");
    List<SessionId> others =
        liveOf(owner).map(it -> it.session().id()).filter(id -> !id.equals(kept)).toList();
    others.forEach(sessions::remove);
    return new Clearance(others.size());
  }

  @Override
  public synchronized Purge purge(int most) {
    availability.check("purge");
    Instant now = clock.instant();
    List<SessionId> expired =
        sessions.values().stream()
            .map(Kept::session)
            .filter(session -> !session.isLiveAt(now))
            .map(Session::id)
            .toList();
    expired.stream().limit(most).forEach(sessions::remove);
    return new Purge(expired.size() <= most);
  }

  private Optional<Session> first(UserId owner, Predicate<Kept> wanted) {
    return liveOf(owner).filter(wanted).map(Kept::session).findFirst();
  }

  private Stream<Kept> liveOf(UserId owner) {
    Instant now = clock.instant();
    return sessions.values().stream()
        .filter(kept -> kept.session().owner().equals(owner))
        .filter(kept -> kept.session().isLiveAt(now));
  }

  private record Kept(Session session, SessionTokenHash token) {}
}

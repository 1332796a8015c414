package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The record's sessions, found by way of a cache. What is written goes to the record, behind the
 * owner's fence.
 *
 * <p>A copy that has expired is not believed: its session may have been used since.
 */
public final class CachedSessions implements Sessions {
  private final Sessions record;
  private final Cache cache;
  private final InstantSource clock;
  private final Touches touches = new Touches();

  /** Puts {@code cache} before {@code record}. */
  public CachedSessions(Sessions record, Cache cache, InstantSource clock) {
    this.record = record;
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public Opening open(Session session, SessionTokenHash token, int limit) {
    return write(session.owner(), () -> record.open(session, token, limit));
  }

  @Override
  public Optional<Session> find(UserId owner, SessionTokenHash token) {
    return live(new Cache.SessionByToken(owner, token), () -> record.find(owner, token));
  }

  @Override
  public Optional<Session> find(UserId owner, SessionId id) {
    return live(new Cache.SessionById(owner, id), () -> record.find(owner, id));
  }

  @Override
  public List<Session> list(UserId owner) {
    return record.list(owner);
  }

  @Override
  public List<UserId> lastSeen(int most) {
    return record.lastSeen(most);
  }

  /**
   * Many at once of one session are noted together, by the latest. Copies end only once a use is
   * noted: they say who is let in as well as before, and a record that is away and can note nothing
   * must not cost the copies that stand in for it.
   */
  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    return touches.note(owner, id, at, latest -> noted(owner, record.touch(owner, id, latest)));
  }

  private Touch noted(UserId owner, Touch answer) {
    return write(owner, () -> answer);
  }

  @Override
  public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
    return write(owner, () -> record.annotate(owner, id, expected, next));
  }

  @Override
  public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
    return write(owner, () -> record.rekey(owner, id, next));
  }

  @Override
  public Revocation revoke(UserId owner, SessionId id) {
    return write(owner, () -> record.revoke(owner, id));
  }

  @Override
  public Clearance revokeAll(UserId owner) {
    return write(owner, () -> record.revokeAll(owner));
  }

  @Override
  public Clearance revokeOthers(UserId owner, SessionId kept) {
    return write(owner, () -> record.revokeOthers(owner, kept));
  }

  /** Takes away what is found no more anyway, so no copy ends. */
  @Override
  public Purge purge(int most) {
    return record.purge(most);
  }

  private Optional<Session> live(
      Cache.Key<Optional<Session>> key, Supplier<Optional<Session>> loader) {
    Optional<Session> known = cache.read(key, loader);
    return known.isEmpty() || known.get().isLiveAt(clock.instant()) ? known : loader.get();
  }

  private <R> R write(UserId owner, Supplier<R> change) {
    return cache.write(owner, Scope.ACCESS, change);
  }
}

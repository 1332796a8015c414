package dev.honeydo.application.auth;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Session;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks a cache about each token, once for all that has to be known of it.
 *
 * <p>A copy is not believed where its session has expired, for that may have been used since.
 */
public final class CachedAccess implements AccessChecks {
  private final Sessions sessions;
  private final RevokedTokens revokedTokens;
  private final Cache cache;
  private final InstantSource clock;

  /** Puts {@code cache} before the record's {@code sessions} and {@code revokedTokens}. */
  public CachedAccess(
      Sessions sessions, RevokedTokens revokedTokens, Cache cache, InstantSource clock) {
    this.sessions = sessions;
    this.revokedTokens = revokedTokens;
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public Optional<Session> check(AccessClaims claims) {
    Cache.Known known =
        cache.read(
            new Cache.Access(claims.subject(), claims.session(), claims.id()), () -> load(claims));
    if (known.standing().revoked() || !known.standing().epoch().equals(claims.epoch())) {
      return Optional.empty();
    }
    return known.session().isEmpty() || known.session().get().isLiveAt(clock.instant())
        ? known.session()
        : sessions.find(claims.subject(), claims.session());
  }

  private Cache.Known load(AccessClaims claims) {
    return new Cache.Known(
        revokedTokens.standing(claims.subject(), claims.id()),
        sessions.find(claims.subject(), claims.session()));
  }
}

package dev.honeydo.adapters.redis;

import dev.honeydo.application.auth.AccessChecks;
import dev.honeydo.application.auth.CachedAccess;
import dev.honeydo.application.cache.CachedSessions;
import dev.honeydo.application.cache.FencedRevokedTokens;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.InstantSource;

/** One record's stores, as an instance with that cache has them. */
record CachedRecord(Sessions sessions, RevokedTokens revokedTokens, AccessChecks access) {
  static CachedRecord of(
      InMemorySessions sessions, InMemoryRevokedTokens tokens, Cache cache, InstantSource clock) {
    return new CachedRecord(
        new CachedSessions(sessions, cache, clock),
        new FencedRevokedTokens(tokens, cache),
        new CachedAccess(sessions, tokens, cache, clock));
  }
}

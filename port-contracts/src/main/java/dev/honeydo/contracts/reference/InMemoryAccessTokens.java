package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that say nothing: what they stand for is kept in a map. */
public final class InMemoryAccessTokens implements AccessTokens {
  private final Map<AccessToken, AccessClaims> signed = new ConcurrentHashMap<>();
  private final InstantSource clock;

  /** Tokens that expire by {@code clock}. */
  public InMemoryAccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public AccessToken sign(AccessClaims claims) {
    AccessToken token = new AccessToken("access." + UUID.randomUUID());
    signed.put(token, claims);
    return token;
  }

  @Override
  public Reading read(AccessToken token) {
    AccessClaims claims = signed.get(token);
    if (claims == null) {
      return new Forged();
    }
    return clock.instant().isBefore(claims.expiresAt()) ? new Genuine(claims) : new Expired();
  }
}

package dev.honeydo.application.cache;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;

/**
 * The record's revoked tokens, written behind the owner's fence: what a cache knows of the owner's
 * access ends with each change. Reads go to the record.
 */
public final class FencedRevokedTokens implements RevokedTokens {
  private final RevokedTokens record;
  private final Cache cache;

  /** Moves the fences of {@code cache} when {@code record} is written. */
  public FencedRevokedTokens(RevokedTokens record, Cache cache) {
    this.record = record;
    this.cache = cache;
  }

  @Override
  public Revocation revoke(UserId owner, TokenId token, Instant until) {
    return cache.write(owner, Scope.ACCESS, () -> record.revoke(owner, token, until));
  }

  @Override
  public Standing standing(UserId owner, TokenId token) {
    return record.standing(owner, token);
  }

  @Override
  public Epoch epoch(UserId owner) {
    return record.epoch(owner);
  }

  @Override
  public Advance advance(UserId owner) {
    return cache.write(owner, Scope.ACCESS, () -> record.advance(owner));
  }

  /** Takes away what counts no more anyway, so no copy ends. */
  @Override
  public Purge purge(int most) {
    return record.purge(most);
  }
}

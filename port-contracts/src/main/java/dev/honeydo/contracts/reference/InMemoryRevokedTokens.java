package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Revoked tokens and epochs in a map each, behind one lock. */
public final class InMemoryRevokedTokens implements RevokedTokens {
  private final Availability availability = new Availability("RevokedTokens");
  private final Map<Key, Instant> revoked = new HashMap<>();
  private final Map<UserId, Epoch> epochs = new HashMap<>();
  private final InstantSource clock;

  /** An empty store that goes by {@code clock}. */
  public InMemoryRevokedTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Revocation revoke(UserId owner, TokenId token, Instant until) {
    availability.check("revoke");
    revoked.merge(new Key(owner, token), until, (old, it) -> old.isAfter(it) ? old : it);
    return new Revocation();
  }

  @Override
  public synchronized Standing standing(UserId owner, TokenId token) {
    availability.check("standing");
    Instant until = revoked.get(new Key(owner, token));
    return new Standing(until != null && clock.instant().isBefore(until), current(owner));
  }

  @Override
  public synchronized Epoch epoch(UserId owner) {
    availability.check("epoch");
    return current(owner);
  }

  @Override
  public synchronized Advance advance(UserId owner) {
    availability.check("advance");
    Epoch next = current(owner).next();
    epochs.put(owner, next);
    return new Advance(next);
  }

  @Override
  public synchronized Purge purge(int most) {
    availability.check("purge");
    Instant now = clock.instant();
    List<Key> past =
        revoked.entrySet().stream()
            .filter(it -> !now.isBefore(it.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    past.stream().limit(most).forEach(revoked::remove);
    return new Purge(past.size() <= most);
  }

  private Epoch current(UserId owner) {
    return epochs.getOrDefault(owner, Epoch.FIRST);
  }

  private record Key(UserId owner, TokenId token) {}
}

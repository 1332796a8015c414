package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/** Looks at an {@link InMemoryCache}, and ends what is in it. */
public final class InMemoryCacheControl implements CacheControl {
  private final InMemoryCache cache;

  /** Controls that cache. */
  public InMemoryCacheControl(InMemoryCache cache) {
    this.cache = cache;
  }

  @Override
  public State state() {
    Lookups near = cache.lookups();
    return new State(
        Store.CAFFEINE,
        true,
        near.size(),
        cache.sizes(),
        near,
        new Lookups(0, 0, 0),
        Optional.empty());
  }

  @Override
  public Cleared clear(Set<Scope> scopes) {
    scopes.forEach(cache::end);
    return new Cleared();
  }

  @Override
  public Cleared invalidate(UserId owner) {
    cache.end(owner);
    return new Cleared();
  }
}

package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the copies of one process, and moves its fences. */
final class LocalCacheControl implements CacheControl {
  private static final Lookups NOTHING = new Lookups(0, 0, 0);

  private final NearCopies copies;
  private final Fences fences;
  private final Reads reads;

  LocalCacheControl(NearCopies copies, Fences fences, Reads reads) {
    this.copies = copies;
    this.fences = fences;
    this.reads = reads;
  }

  @Override
  public State state() {
    Map<Scope, Long> sizes = copies.sizes();
    long size = sizes.values().stream().mapToLong(Long::longValue).sum();
    return new State(
        Store.CAFFEINE, true, size, sizes, reads.near(size), NOTHING, Optional.empty());
  }

  @Override
  public Cleared clear(Set<Scope> scopes) {
    scopes.forEach(fences::moveAll);
    copies.drop(key -> scopes.contains(key.scope()));
    return new Cleared();
  }

  @Override
  public Cleared invalidate(UserId owner) {
    for (Scope scope : Scope.values()) {
      fences.move(new Fenced(owner, scope));
    }
    copies.drop(key -> key.owner().equals(owner));
    return new Cleared();
  }
}

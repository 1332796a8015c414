package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the copies in Redis and near, ends eras, and moves generations. What Redis cannot be
 * told of is told once it is back, before this instance believes it again.
 */
final class RedisCacheControl implements CacheControl {
  private static final int AT_A_TIME = 1_000;
  private static final int MOST_TIMES = 200;

  private final RedisLink link;
  private final RedisPort port;
  private final NearCopies near;
  private final Reads reads;
  private final Fences fences;
  private final Namespaces namespaces;
  private final Unsynced unsynced;
  private final Writes writes;
  private final OwnNote note;

  RedisCacheControl(
      RedisLink link,
      RedisPort port,
      NearCopies near,
      Reads reads,
      Fences fences,
      Namespaces namespaces,
      Unsynced unsynced,
      Writes writes,
      OwnNote note) {
    this.link = link;
    this.port = port;
    this.near = near;
    this.reads = reads;
    this.fences = fences;
    this.namespaces = namespaces;
    this.unsynced = unsynced;
    this.writes = writes;
    this.note = note;
  }

  @Override
  public State state() {
    Lookups nearby = reads.near(near.size());
    try {
      long keys = port.ask("state", it -> it.dbsize());
      Map<Scope, Long> copies = count();
      ServerInfo info = ServerInfo.of(port.ask("state", _ -> link.info()));
      long size = copies.values().stream().mapToLong(Long::longValue).sum();
      return new State(
          Store.REDIS,
          true,
          keys,
          copies,
          nearby,
          reads.shared(size),
          Optional.of(info.toServer()));
    } catch (PortUnavailable away) {
      return new State(Store.REDIS, false, 0, Map.of(), nearby, reads.shared(0), Optional.empty());
    }
  }

  /** A walk over all keys, which serves no user, of so many steps at most. */
  private Map<Scope, Long> count() {
    Map<Scope, Long> counts = new EnumMap<>(Scope.class);
    ScanArgs some = ScanArgs.Builder.limit(AT_A_TIME).match(Keys.COPIES);
    ScanCursor at = ScanCursor.INITIAL;
    for (int times = 0; times < MOST_TIMES && !at.isFinished(); times++) {
      ScanCursor from = at;
      KeyScanCursor<String> found = port.ask("state", it -> it.scan(from, some));
      for (String key : found.getKeys()) {
        Keys.scopeOfCopy(key).ifPresent(scope -> counts.merge(scope, 1L, Long::sum));
      }
      at = found;
    }
    return counts;
  }

  @Override
  public Cleared clear(Set<Scope> scopes) {
    try {
      namespaces.end(scopes);
    } catch (PortUnavailable away) {
      scopes.forEach(unsynced::addAll);
      note.enterIfPossible();
    }
    scopes.forEach(fences::moveAll);
    return new Cleared();
  }

  @Override
  public Cleared invalidate(UserId owner) {
    for (Scope scope : Scope.values()) {
      writes.end(new Fenced(owner, scope));
    }
    return new Cleared();
  }
}

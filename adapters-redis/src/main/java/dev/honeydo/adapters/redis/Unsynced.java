package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was written while the server was away, and that it has not been told of: fences, and whole
 * scopes. No copy of what stands behind them is believed until it has.
 *
 * <p>There is room for so many fences. Once there is none, the whole scope is noted.
 *
 * <p>Thread-safe.
 */
final class Unsynced {
  /** What stands for no write. */
  static final long NONE = 0;

  private final int most;
  private final Map<Fenced, Long> writes = new ConcurrentHashMap<>();
  private final AtomicLong tickets = new AtomicLong(NONE);
  private final Map<Scope, Long> scopes = new ConcurrentHashMap<>();

  Unsynced(int most) {
    this.most = most;
  }

  /** Notes a write. The ticket is for {@link #settle}. */
  long add(Fenced fenced) {
    long ticket = tickets.incrementAndGet();
    if (writes.size() < most || writes.containsKey(fenced)) {
      writes.put(fenced, ticket);
    } else {
      scopes.put(fenced.scope(), ticket);
    }
    return ticket;
  }

  /** Notes that everything in a scope may have been written. */
  void addAll(Scope scope) {
    scopes.put(scope, tickets.incrementAndGet());
  }

  /** The ticket of the last write that was noted, or {@link #NONE}. */
  long ticket(Fenced fenced) {
    return writes.getOrDefault(fenced, NONE);
  }

  boolean contains(Fenced fenced) {
    return !isEmpty() && (scopes.containsKey(fenced.scope()) || writes.containsKey(fenced));
  }

  boolean isEmpty() {
    return writes.isEmpty() && scopes.isEmpty();
  }

  /** The server has been told of everything up to that ticket; what was noted later stays. */
  void settle(Fenced fenced, long ticket) {
    var _ = writes.remove(fenced, ticket);
  }

  /** Every fence that is noted, with its ticket. */
  Map<Fenced, Long> all() {
    return Map.copyOf(writes);
  }

  /** Every scope that is noted as a whole, with its ticket. */
  Map<Scope, Long> allScopes() {
    return Map.copyOf(scopes);
  }

  /** Nothing of the scope that was there at that ticket is good any more. */
  void settle(Scope scope, long ticket) {
    var _ = scopes.remove(scope, ticket);
  }
}

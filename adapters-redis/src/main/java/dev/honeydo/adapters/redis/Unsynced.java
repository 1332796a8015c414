package dev.honeydo.adapters.redis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fences that were written behind while the server was away, and that it has not been told of: no
 * copy of what stands behind them is believed until it has.
 *
 * <p>There is room for so many. Once there is none, none at all is believed.
 *
 * <p>Thread-safe.
 */
final class Unsynced {
  /** What stands for no write. */
  static final long NONE = 0;

  private final int most;
  private final Map<Fenced, Long> writes = new ConcurrentHashMap<>();
  private final AtomicLong tickets = new AtomicLong(NONE);
  private final AtomicLong overflow = new AtomicLong(NONE);

  Unsynced(int most) {
    this.most = most;
  }

  /** Notes a write. The ticket is for {@link #settle}. */
  long add(Fenced fenced) {
    long ticket = tickets.incrementAndGet();
    if (writes.size() < most || writes.containsKey(fenced)) {
      writes.put(fenced, ticket);
    } else {
      overflow.set(ticket);
    }
    return ticket;
  }

  /** The ticket of the last write that was noted, or {@link #NONE}. */
  long ticket(Fenced fenced) {
    return writes.getOrDefault(fenced, NONE);
  }

  boolean contains(Fenced fenced) {
    return overflows() != NONE || writes.containsKey(fenced);
  }

  /** The server has been told of everything up to that ticket; what was noted later stays. */
  void settle(Fenced fenced, long ticket) {
    var _ = writes.remove(fenced, ticket);
  }

  /** Everything that is noted, with its ticket. */
  Map<Fenced, Long> all() {
    return Map.copyOf(writes);
  }

  /** The ticket of the last write that there was no room for, or {@link #NONE}. */
  long overflows() {
    return overflow.get();
  }

  /** Nothing that was there at that ticket is good any more, so none was missed until then. */
  void settleOverflow(long ticket) {
    var _ = overflow.compareAndSet(ticket, NONE);
  }
}

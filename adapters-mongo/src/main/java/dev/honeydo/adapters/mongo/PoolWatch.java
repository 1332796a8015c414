package dev.honeydo.adapters.mongo;

import com.mongodb.event.ConnectionCheckOutFailedEvent;
import com.mongodb.event.ConnectionCheckOutStartedEvent;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionPoolCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import com.mongodb.event.ConnectionReadyEvent;
import dev.honeydo.application.port.PoolUse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what the driver tells of its connections, those to all servers together. One that is being
 * opened is none yet: whoever it is for waits.
 *
 * <p>Thread-safe.
 */
final class PoolWatch implements ConnectionPoolListener {
  /** By the driver's own numbers, which are given once in a process. */
  private final Set<Long> open = ConcurrentHashMap.newKeySet();

  private final AtomicInteger used = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile int most;

  /** What the pool is like now; {@code most} is for each server, of which one is asked. */
  PoolUse inUse() {
    int now = used.get();
    return new PoolUse(now, Math.max(0, open.size() - now), most, waiting.get());
  }

  @Override
  public void connectionPoolCreated(ConnectionPoolCreatedEvent event) {
    most = event.getSettings().getMaxSize();
  }

  @Override
  public void connectionReady(ConnectionReadyEvent event) {
    boolean _ = open.add(event.getConnectionId().getLocalValue());
  }

  @Override
  public void connectionClosed(ConnectionClosedEvent event) {
    boolean _ = open.remove(event.getConnectionId().getLocalValue());
  }

  @Override
  public void connectionCheckOutStarted(ConnectionCheckOutStartedEvent event) {
    int _ = waiting.incrementAndGet();
  }

  @Override
  public void connectionCheckOutFailed(ConnectionCheckOutFailedEvent event) {
    int _ = waiting.decrementAndGet();
  }

  @Override
  public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
    int _ = used.incrementAndGet();
    int _ = waiting.decrementAndGet();
  }

  @Override
  public void connectionCheckedIn(ConnectionCheckedInEvent event) {
    int _ = used.decrementAndGet();
  }
}

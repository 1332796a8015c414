package dev.honeydo.adapters.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.Connection;

/**
 * Counts the connections that are open.
 *
 * <p>Thread-safe.
 */
final class Connections implements Connection.Listener {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closed = lock.newCondition();
  private long open;

  @Override
  public void onOpened(Connection connection) {
    add(1);
  }

  @Override
  public void onClosed(Connection connection) {
    add(-1);
  }

  private void add(long some) {
    lock.lock();
    try {
      open += some;
      closed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until none is open, but no longer than that. */
  void awaitNone(Duration most) {
    lock.lock();
    try {
      long left = most.toNanos();
      while (open > 0 && left > 0) {
        left = closed.awaitNanos(left);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}

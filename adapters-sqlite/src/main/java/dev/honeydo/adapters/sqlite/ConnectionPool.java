package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.PoolUse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * At most so many connections, opened when they are needed, each used by one thread at a time.
 *
 * <p>Whoever finds all of them taken waits in line, and for no longer than {@link #PATIENCE}. A
 * connection on which anything failed is closed, which undoes what it had begun; the next caller
 * gets a new one, so that a failure lasts no longer than its cause.
 *
 * <p>Thread-safe.
 */
final class ConnectionPool implements AutoCloseable {
  /** How long a caller waits for a connection: so that they hear within a second if in vain. */
  static final Duration PATIENCE = Duration.ofMillis(900);

  /** How long {@link #close} waits for connections that are in use. */
  static final Duration CLOSING = Duration.ofSeconds(5);

  /** Opens a connection. */
  @FunctionalInterface
  interface Opener {
    /** A connection that nobody else has. */
    SqliteConnection open() throws SQLException;
  }

  private final int size;
  private final Opener opener;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<SqliteConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ConnectionPool(int size, Opener opener) {
    this.size = size;
    this.opener = opener;
    this.free = new Semaphore(size, true);
  }

  /**
   * Does the work on one of the connections.
   *
   * @throws SQLException when the work fails, when no connection is to be had in time, or when the
   *     pool is closed
   */
  <T> T use(SqliteConnection.Work<T> work) throws SQLException {
    if (!acquired(1, PATIENCE)) {
      throw new SQLException("all connections were in use for " + PATIENCE);
    }
    try {
      return useOne(work);
    } finally {
      free.release();
    }
  }

  /** How much of it is in use. */
  PoolUse inUse() {
    int used = size - free.availablePermits();
    // Who is done puts the connection back before they are counted as done.
    int ready = Math.min(idle.size(), size - used);
    return new PoolUse(used, ready, size, free.getQueueLength());
  }

  /** Closes every connection, each as soon as it is not in use any more. */
  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      if (acquired(size, CLOSING)) {
        free.release(size);
      }
    } finally {
      closeIdle();
    }
  }

  private <T> T useOne(SqliteConnection.Work<T> work) throws SQLException {
    SqliteConnection connection = take();
    try {
      T result = work.on(connection);
      idle.push(connection);
      return result;
    } catch (SQLException | RuntimeException | Error failure) {
      connection.closeAfter(failure);
      throw failure;
    } finally {
      if (closed) {
        closeIdle();
      }
    }
  }

  private SqliteConnection take() throws SQLException {
    if (closed) {
      throw new SQLException("the database is closed");
    }
    @Nullable SqliteConnection ready = idle.poll();
    return ready == null ? opener.open() : ready;
  }

  private boolean acquired(int permits, Duration patience) throws SQLException {
    try {
      return free.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a connection", interrupted);
    }
  }

  private void closeIdle() throws SQLException {
    for (var next = idle.poll(); next != null; next = idle.poll()) {
      next.close();
    }
  }
}

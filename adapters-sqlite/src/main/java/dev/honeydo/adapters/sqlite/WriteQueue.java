package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.PoolUse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The line of those who write, and the thread that writes for them (group commit): whatever has
 * come while the disk was busy goes into one transaction and shares its flush.
 *
 * <p>Nobody is answered before the commit that holds their write. When anything fails, all of the
 * group is undone and each is tried again in a transaction of its own, so that nobody fails because
 * of another. The thread is a platform thread, because a native call holds on to a virtual thread's
 * carrier, for as long as a flush takes.
 *
 * <p>Thread-safe.
 */
final class WriteQueue implements AutoCloseable {
  private static final int LARGEST_GROUP = 64;

  private final ConnectionPool connection;
  private final BlockingQueue<Request<?>> waiting = new LinkedBlockingQueue<>();
  private final Timeouts<Request<?>> timeouts =
      new Timeouts<>(ConnectionPool.PATIENCE, Request::giveUp);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("honeydo-sqlite-writer").unstarted(this::serve);
  private volatile boolean closed;

  private WriteQueue(ConnectionPool connection) {
    this.connection = connection;
  }

  /** A queue before that connection, of which the pool must hold one. */
  static WriteQueue before(ConnectionPool connection) {
    var queue = new WriteQueue(connection);
    queue.thread.start();
    return queue;
  }

  /**
   * Does the work in a transaction that is on the disk when this returns. The work may be done more
   * than once, each time on a database that has seen nothing of the times before.
   *
   * @throws SQLException when it fails, when it takes longer than {@link ConnectionPool#PATIENCE},
   *     in which case it may still happen, or when the queue is closed
   */
  <T> T write(SqliteConnection.Work<T> work) throws SQLException {
    var request = new Request<>(work);
    waiting.add(request);
    // Checked behind the addition: either this sees the end, or the thread sees the request.
    if (closed && waiting.remove(request)) {
      throw new SQLException("the database is closed");
    }
    try {
      timeouts.enter(request);
      return request.await();
    } catch (SQLException notInTime) {
      // Nobody waits for it any more; left in line it would hold its memory.
      boolean _ = waiting.remove(request);
      throw notInTime;
    } finally {
      timeouts.leave(request);
    }
  }

  /** Whether somebody's write is being done, and how many wait for their turn behind it. */
  PoolUse inUse() {
    PoolUse one = connection.inUse();
    return new PoolUse(one.used(), one.idle(), one.most(), waiting.size());
  }

  /** Writes what is waiting, and lets the connection go. */
  @Override
  public void close() throws SQLException {
    closed = true;
    waiting.add(new Request<>(_ -> true));
    try {
      boolean _ = thread.join(ConnectionPool.CLOSING);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }

  private void serve() {
    List<Request<?>> group = new ArrayList<>(LARGEST_GROUP);
    while (!closed || !waiting.isEmpty()) {
      group.clear();
      try {
        group.add(waiting.take());
        int _ = waiting.drainTo(group, LARGEST_GROUP - 1);
        commit(List.copyOf(group));
      } catch (InterruptedException nobodyInterruptsThisThread) {
        throw new IllegalStateException(nobodyInterruptsThisThread);
      } catch (Error failure) {
        // Without this thread nobody would ever write again.
        group.forEach(each -> each.fail(failure));
      }
    }
  }

  private void commit(List<Request<?>> waiting) {
    List<Request<?>> group = waiting.stream().filter(Request::isAwaited).toList();
    if (group.isEmpty()) {
      return;
    }
    try {
      connection.use(it -> it.transact(on -> run(group, on))).forEach(Runnable::run);
    } catch (SQLException | RuntimeException | Error failure) {
      if (group.size() == 1) {
        group.getFirst().fail(failure);
      } else {
        group.forEach(each -> commit(List.of(each)));
      }
    }
  }

  private static List<Runnable> run(List<Request<?>> group, SqliteConnection connection)
      throws SQLException {
    List<Runnable> answers = new ArrayList<>();
    for (Request<?> request : group) {
      answers.add(request.run(connection));
    }
    return answers;
  }

  /** What somebody waits for. */
  private static final class Request<T> {
    private final SqliteConnection.Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    Request(SqliteConnection.Work<T> work) {
      this.work = work;
    }

    /** Does the work, unless nobody waits for it any more; what it returns gives the answer. */
    Runnable run(SqliteConnection connection) throws SQLException {
      if (!isAwaited()) {
        return () -> {};
      }
      T result = work.on(connection);
      return () -> answer.complete(result);
    }

    boolean isAwaited() {
      return !answer.isDone();
    }

    void fail(Throwable failure) {
      boolean _ = answer.completeExceptionally(failure);
    }

    void giveUp() {
      fail(new SQLException("not written within " + ConnectionPool.PATIENCE));
    }

    T await() throws SQLException {
      try {
        return answer.get();
      } catch (InterruptedException interrupted) {
        boolean _ = answer.cancel(false);
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted while waiting to write", interrupted);
      } catch (ExecutionException failed) {
        throw thrownBy(failed);
      }
    }

    private static SQLException thrownBy(ExecutionException failed) {
      return switch (failed.getCause()) {
        case SQLException failure -> failure;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      };
    }
  }
}

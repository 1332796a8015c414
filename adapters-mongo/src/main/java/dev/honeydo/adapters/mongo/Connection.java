package dev.honeydo.adapters.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import dev.honeydo.application.port.PortUnavailable;
import java.util.ConcurrentModificationException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way to the server: no call before the indexes are there, and no exception of the driver's
 * gets past it.
 */
final class Connection implements AutoCloseable {
  private final MongoClient client;
  private final Indexes indexes;
  private volatile boolean closed;

  Connection(MongoClient client, Indexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /** Makes the indexes if the server is up; refuses what only an operator can put right. */
  void prepare() {
    try {
      indexes.ensure();
    } catch (MongoException e) {
      if (!passesByItself(e)) {
        throw new PortUnavailable("MongoDB", "open", e);
      }
    }
  }

  /** Does what {@code operation} of {@code port} asks of the server. */
  <T> T call(String port, String operation, Supplier<T> work) {
    try {
      indexes.ensure();
      return work.get();
    } catch (MongoException | ConcurrentModificationException e) {
      throw new PortUnavailable(port, operation, e);
    } catch (IllegalStateException e) {
      // What the driver throws once its client is closed; from an open one it would be a bug.
      if (closed) {
        throw new PortUnavailable(port, operation, e);
      }
      throw e;
    }
  }

  /** Does it again while it has no answer, since others were in the way; not for ever. */
  <T> T callUntilAnswered(String port, String operation, Supplier<Optional<T>> attempt) {
    return call(port, operation, () -> Attempts.untilAnswered(attempt));
  }

  private static boolean passesByItself(Throwable e) {
    return e instanceof MongoTimeoutException
        || e instanceof MongoSocketException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException
        || e instanceof MongoConnectionPoolClearedException
        || (e.getCause() instanceof MongoException cause && passesByItself(cause));
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}

package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.honeydo.application.port.PortUnavailable;
import java.util.ConcurrentModificationException;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The one way to the server: no call before the indexes are there, none while it does not answer
 * ({@link Circuit}), and no exception of the driver's gets past it.
 */
final class Connection implements AutoCloseable {
  private final MongoClient client;
  private final Indexes indexes;
  private final Circuit circuit;
  private volatile boolean closed;

  Connection(MongoClient client, Indexes indexes) {
    this.client = client;
    this.indexes = indexes;
    this.circuit = new Circuit(this::ping);
  }

  /** Makes the indexes if the server is up; refuses what only an operator can put right. */
  void prepare() {
    try {
      indexes.ensure();
    } catch (MongoException e) {
      if (!Failures.areOfNoServer(e)) {
        throw new PortUnavailable("MongoDB", "open", e);
      }
    }
  }

  /** Does what {@code operation} of {@code port} asks of the server, if that is there of late. */
  <T> T call(String port, String operation, Supplier<T> work) {
    return translated(port, operation, () -> circuit.call(() -> prepared(work)));
  }

  /** The same, whether the server was there of late or not: tells how it is now. */
  <T> T callAnyway(String port, String operation, Supplier<T> work) {
    return translated(port, operation, () -> prepared(work));
  }

  private <T> T prepared(Supplier<T> work) {
    indexes.ensure();
    return work.get();
  }

  private <T> T translated(String port, String operation, Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException | ConcurrentModificationException | Circuit.LeftAlone e) {
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

  /** Whether calls are tried: the server was there of late. */
  boolean isCircuitClosed() {
    return circuit.isClosed();
  }

  private void ping() {
    var _ =
        client
            .getDatabase("admin")
            .withTimeout(ClientSettings.OPERATION_MILLISECONDS, MILLISECONDS)
            .runCommand(new Document("ping", 1));
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}

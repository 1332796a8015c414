package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.event.ConnectionPoolListener;
import org.bson.UuidRepresentation;

/**
 * How the driver is set up: limits that the connection string may change, then what it may not.
 *
 * <p>By itself the driver waits 30 s for a server, 120 s for a connection of the pool, and for an
 * answer without end. Here one limit ({@code timeoutMS}) holds for a whole operation with all that
 * belongs to it, because separate ones add up: server, pool, connect and read, and each again in
 * the retry. It replaces {@code waitQueueTimeoutMS} and {@code socketTimeoutMS}, which are ignored
 * beside it. The driver still calls it experimental; {@code OutageTest} holds it to its word.
 */
final class ClientSettings {
  /**
   * So that whoever waits hears within a second that it is in vain, though they waited for Redis
   * before (250 ms), and will for {@link Circuit} after it (100 ms).
   */
  static final int OPERATION_MILLISECONDS = 600;

  /**
   * For a server and a connection of its pool together; longer than a whole operation has, so that
   * only a connection string makes it count.
   */
  private static final int SERVER_MILLISECONDS = 1_000;

  private static final int MOST_CONNECTIONS = 100;

  private ClientSettings() {}

  static MongoClientSettings of(ConnectionString uri) {
    return of(uri, new ConnectionPoolListener() {});
  }

  /** The same, with somebody who hears of each connection. */
  static MongoClientSettings of(ConnectionString uri, ConnectionPoolListener listener) {
    return MongoClientSettings.builder()
        .applicationName("honeydo")
        .timeout(OPERATION_MILLISECONDS, MILLISECONDS)
        .applyToClusterSettings(it -> it.serverSelectionTimeout(SERVER_MILLISECONDS, MILLISECONDS))
        .applyToSocketSettings(it -> it.connectTimeout(SERVER_MILLISECONDS, MILLISECONDS))
        .applyToConnectionPoolSettings(
            it -> it.maxSize(MOST_CONNECTIONS).addConnectionPoolListener(listener))
        .applyConnectionString(uri)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .build();
  }
}

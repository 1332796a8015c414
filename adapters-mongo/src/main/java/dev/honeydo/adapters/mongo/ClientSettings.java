package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.bson.UuidRepresentation;

/**
 * How the driver is set up: limits that the connection string may change, then what it may not.
 *
 * <p>The driver's own limits are 30 s for finding a server, 120 s for a connection, and none for an
 * answer. Here one limit holds for a whole operation with its retries (client-side operation
 * timeout), because separate ones add up: search, wait, connect and read, and all of it again in
 * the retry.
 */
final class ClientSettings {
  private static final int OPERATION_SECONDS = 2;
  private static final int MOST_CONNECTIONS = 100;

  private ClientSettings() {}

  static MongoClientSettings of(ConnectionString uri) {
    return MongoClientSettings.builder()
        .applicationName("honeydo")
        .timeout(OPERATION_SECONDS, SECONDS)
        .applyToClusterSettings(it -> it.serverSelectionTimeout(1, SECONDS))
        .applyToSocketSettings(it -> it.connectTimeout(1, SECONDS))
        .applyToSocketSettings(it -> it.readTimeout(OPERATION_SECONDS, SECONDS))
        .applyToConnectionPoolSettings(
            it -> it.maxSize(MOST_CONNECTIONS).maxWaitTime(500, MILLISECONDS))
        .applyConnectionString(uri)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .build();
  }
}

package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.PortUnavailable;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Writes a document of its own, {@code {_id, at}}, reads it back and takes it away again; also
 * while calls are kept from a server that did not answer.
 */
final class MongoHealthProbe implements HealthProbe {
  private static final Passed PASSED = new Passed(List.of("ping", "insert", "find", "delete"));

  private final Connection connection;
  private final MongoDatabase database;
  private final MongoCollection<Document> health;
  private final InstantSource clock;

  MongoHealthProbe(
      Connection connection,
      MongoDatabase database,
      MongoCollection<Document> health,
      InstantSource clock) {
    this.connection = connection;
    this.database = database;
    this.health = health;
    this.clock = clock;
  }

  @Override
  public Passed probe() {
    return connection.callAnyway("HealthProbe", "probe", this::tried);
  }

  private Passed tried() {
    Document mine = new Document("_id", new ObjectId());
    var _ = database.runCommand(new Document("ping", 1));
    var _ = health.insertOne(new Document(mine).append("at", Date.from(clock.instant())));
    boolean found = health.find(mine).first() != null;
    boolean deleted = health.deleteOne(mine).getDeletedCount() == 1;
    if (!found || !deleted) {
      throw new PortUnavailable(
          "HealthProbe", "probe", new IllegalStateException("what was just written is not there"));
    }
    return PASSED;
  }
}

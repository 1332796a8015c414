package dev.honeydo.adapters.mongo;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.honeydo.application.port.UnheardWriters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The instances that write unheard, one document each: {@code {_id: instance, at}}. Who looks for
 * them reads them all, which are few, and writes only where one has died.
 */
final class MongoUnheardWriters implements UnheardWriters {
  private static final String PORT = "UnheardWriters";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final Connection connection;
  private final MongoCollection<Document> writers;

  MongoUnheardWriters(Connection connection, MongoCollection<Document> writers) {
    this.connection = connection;
    this.writers = writers;
  }

  private record Writer(UUID instance, Instant at) {}

  @Override
  public Noted enter(UUID instance, Instant at) {
    return connection.callUntilAnswered(PORT, "enter", () -> entered(instance, at));
  }

  /** Empty where the same instance was entered at the same time: then the later one is kept. */
  private Optional<Noted> entered(UUID instance, Instant at) {
    Document later = new Document("$max", new Document("at", Date.from(at)));
    try {
      var _ = writers.updateOne(new Document("_id", instance), later, UPSERT);
      return Optional.of(new Noted());
    } catch (MongoServerException e) {
      DuplicateKey.check(e);
      return Optional.empty();
    }
  }

  @Override
  public Departure leave(UUID instance) {
    return call(
        "leave",
        () ->
            writers.deleteOne(new Document("_id", instance)).getDeletedCount() == 1
                ? new Left()
                : new NotNoted());
  }

  @Override
  public List<UUID> present(Instant since) {
    return call("present", () -> alive(since));
  }

  private List<UUID> alive(Instant since) {
    List<Writer> all = writers.find().map(MongoUnheardWriters::writer).into(new ArrayList<>());
    List<UUID> alive =
        all.stream()
            .filter(it -> !it.at().isBefore(since))
            .map(Writer::instance)
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    if (alive.size() < all.size()) {
      var _ = writers.deleteMany(new Document("at", new Document("$lt", Broom.end(since))));
    }
    return alive;
  }

  private static Writer writer(Document document) {
    return new Writer(document.get("_id", UUID.class), document.getDate("at").toInstant());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call(PORT, operation, work);
  }
}

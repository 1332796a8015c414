package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * Sweeps out what has expired, some documents at a time, so that no single call to the server takes
 * long.
 *
 * @param end the field that says when a document ends, or something in it; under an index
 */
record Broom(MongoCollection<Document> collection, String end) {
  private static final int ONE_SWEEP = 500;

  /** Deletes documents that had ended by {@code now}; whether none is left. */
  boolean sweep(Instant now, int most) {
    return sweep(
        now,
        most,
        ids -> {
          var _ = collection.deleteMany(endedBy(now).append("_id", new Document("$in", ids)));
        });
  }

  /**
   * Has documents cleared in which something had ended by {@code now}; whether none is left.
   *
   * @param most how many documents to look at
   * @param clearing takes out of the documents of these ids what has ended
   */
  boolean sweep(Instant now, int most, Consumer<List<Object>> clearing) {
    int looked = 0;
    while (looked < most) {
      int some = Math.min(ONE_SWEEP, most - looked);
      List<Object> ids = ended(now, some);
      if (!ids.isEmpty()) {
        clearing.accept(ids);
      }
      if (ids.size() < some) {
        return true;
      }
      looked += some;
    }
    return ended(now, 1).isEmpty();
  }

  /**
   * The first whole millisecond not before {@code instant}: how an end must be written down, lest
   * something end before it does.
   */
  static Date end(Instant instant) {
    return Date.from(instant.plusNanos(999_999));
  }

  private List<Object> ended(Instant now, int limit) {
    return collection
        .find(endedBy(now))
        .projection(new Document("_id", 1))
        .limit(limit)
        .map(it -> it.get("_id"))
        .into(new ArrayList<>());
  }

  private Document endedBy(Instant now) {
    return new Document(end, new Document("$lte", Date.from(now)));
  }
}

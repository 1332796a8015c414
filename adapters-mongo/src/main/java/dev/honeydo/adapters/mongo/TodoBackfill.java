package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Gives todos of an older Honeydo what indexes need of them ({@link TodoDocument#derived}), once;
 * that it was done stands beside the numbers of changes. An older Honeydo must not write to the
 * same database any more.
 */
final class TodoBackfill {
  private static final Document DONE = new Document("_id", "backfilled");
  private static final int BATCH = 500;

  private final MongoCollection<Document> todos;
  private final MongoCollection<Document> notes;

  TodoBackfill(MongoCollection<Document> todos, MongoCollection<Document> notes) {
    this.todos = todos;
    this.notes = notes;
  }

  void run() {
    if (notes.find(DONE).first() != null) {
      return;
    }
    Document older =
        new Document("createdAt", new Document("$exists", true)).append("headingKey", null);
    List<WriteModel<Document>> updates = new ArrayList<>();
    for (Document each : todos.find(older).batchSize(BATCH)) {
      updates.add(
          new UpdateOneModel<>(
              new Document("_id", each.get("_id")).append("version", each.get("version")),
              new Document("$set", TodoDocument.derived(TodoDocument.content(each)))));
      if (updates.size() == BATCH) {
        flush(updates);
      }
    }
    flush(updates);
    var _ = notes.replaceOne(DONE, DONE, new ReplaceOptions().upsert(true));
  }

  private void flush(List<WriteModel<Document>> updates) {
    if (!updates.isEmpty()) {
      var _ = todos.bulkWrite(updates, new BulkWriteOptions().ordered(false));
      updates.clear();
    }
  }
}

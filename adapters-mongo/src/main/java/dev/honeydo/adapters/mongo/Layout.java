package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MINUTES;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/**
 * The collections and their indexes.
 *
 * <p>Expired documents are swept out by the server a day late, so that a server whose clock is
 * ahead of ours takes nothing that is still live.
 */
record Layout(
    MongoDatabase database,
    MongoCollection<Document> users,
    MongoCollection<Document> todos,
    MongoCollection<Document> sessions,
    MongoCollection<Document> refreshFamilies,
    MongoCollection<Document> revokedTokens,
    MongoCollection<Document> idempotency,
    MongoCollection<Document> todoChanges,
    MongoCollection<Document> jobRuns,
    MongoCollection<Document> unheardWriters,
    MongoCollection<Document> health) {

  /** The names that are not the operator's to choose. */
  static final List<String> OWN =
      List.of(
          "sessions",
          "refresh_families",
          "health",
          "revoked_tokens",
          "idempotency",
          "todo_changes",
          "job_runs",
          "unheard_writers");

  /** What the unique index on the e-mail key is called where the server reports a duplicate. */
  static final String EMAIL_INDEX = "email_key";

  static Layout of(MongoDatabase database, MongoAdapters.Config names) {
    return new Layout(
        database,
        database.getCollection(names.userCollection()),
        database.getCollection(names.todoCollection()),
        database.getCollection(OWN.get(0)),
        database.getCollection(OWN.get(1)),
        database.getCollection(OWN.get(3)),
        database.getCollection(OWN.get(4)),
        database.getCollection(OWN.get(5)),
        database.getCollection(OWN.get(6)),
        database.getCollection(OWN.get(7)),
        database.getCollection(OWN.get(2)));
  }

  /** Makes what is missing; an index over many documents may take a minute. */
  void createIndexes() {
    declare(Layout::create);
    new TodoBackfill(todos.withTimeout(1, MINUTES), todoChanges).run();
  }

  /** The names of the indexes that there should be, by collection. */
  Map<String, Set<String>> indexes() {
    Map<String, Set<String>> names = new TreeMap<>();
    declare((collection, _, options) -> {
      boolean _ =
          names
              .computeIfAbsent(collection.getNamespace().getCollectionName(), _ -> new TreeSet<>())
              .add(String.valueOf(options.getName()));
    });
    return names;
  }

  private void declare(Sink sink) {
    sink.index(users, keys("emailKey", 1), named(EMAIL_INDEX).unique(true));
    sink.index(
        todos, keys("owner", 1).append("createdAt", -1).append("_id", -1), named("owner_newest"));
    for (String field : List.of("updatedAt", "headingKey", "dueRising", "dueFalling", "rank")) {
      sink.index(
          todos, keys("owner", 1).append(field, 1).append("_id", 1), named("owner_" + field));
    }
    sink.index(todos, keys("owner", 1).append("words", 1), named("owner_words"));
    sink.index(todos, keys("owner", 1).append("tags", 1), named("owner_tags"));
    sink.index(todos, keys("owner", 1).append("completed", 1), named("owner_completed"));
    // What has no number yet stands under null.
    sink.index(todos, keys("owner", 1).append("seq", 1), named("owner_seq"));
    sink.index(todos, keys("deletedAt", 1), named("deleted").sparse(true));
    sink.index(sessions, keys("expiresAt", 1), named("broom").expireAfter(1L, DAYS));
    sink.index(sessions, keys("sessions.expiresAt", 1), named("end"));
    sink.index(sessions, keys(LastSeen.FIELD, -1), named("last_seen"));
    sink.index(refreshFamilies, keys("owner", 1).append("session", 1), named("owner_session"));
    sink.index(refreshFamilies, keys("endsAt", 1), named("broom").expireAfter(1L, DAYS));
    // No TTL: the epochs in these documents must never be forgotten.
    sink.index(revokedTokens, keys("tokens.until", 1), named("end"));
    sink.index(idempotency, keys("expiresAt", 1), named("broom").expireAfter(1L, DAYS));
    sink.index(health, keys("at", 1), named("broom").expireAfter(1L, DAYS));
  }

  /** What becomes of an index that is declared. */
  @FunctionalInterface
  private interface Sink {
    void index(MongoCollection<Document> collection, Document keys, IndexOptions options);
  }

  private static void create(
      MongoCollection<Document> collection, Document keys, IndexOptions options) {
    var _ = collection.withTimeout(1, MINUTES).createIndex(keys, options);
  }

  private static Document keys(String field, int direction) {
    return new Document(field, direction);
  }

  private static IndexOptions named(String name) {
    return new IndexOptions().name(name);
  }
}

package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The numbers of changes, which are given out by whoever reads.
 *
 * <p>A write takes no number: it leaves the todo without {@code seq}. Were it numbered before it is
 * written, a slow writer's change could appear behind a reader who has passed its number. Readers
 * number what they find without one, from the owner's counter, each in an update that holds only
 * while the todo has none and is at the version that was seen.
 *
 * <p>A reader (1) numbers, (2) reads the counter, (3) numbers again, (4) reads up to that counter.
 * Whatever another reader gives a number up to the counter had been written, and was found by them,
 * before (2); so by the end of (3) it has that number or a higher one of ours, and for good. Below
 * the counter nothing new appears afterwards. A reader that dies leaves a gap in the numbers, which
 * means nothing.
 */
final class MongoTodoChanges {
  private static final int BATCH = 500;
  private static final Document UNNUMBERED = new Document("version", 1);

  private final MongoCollection<Document> todos;

  /** For each owner {@code {_id, last, forgotten}}. */
  private final MongoCollection<Document> numbers;

  MongoTodoChanges(MongoCollection<Document> todos, MongoCollection<Document> numbers) {
    this.todos = todos;
    this.numbers = numbers;
  }

  /** What is behind a position. */
  Todos.Feed read(UserId owner, Optional<ChangePosition> since, int limit) {
    while (true) {
      number(owner.value());
      State state = state(owner);
      number(owner.value());
      ChangePosition from = since.orElse(new ChangePosition(0, state.forgotten()));
      Todos.Changes changes = behind(owner, from, state.last(), limit);
      // Looked at last: what was forgotten while we read may be missing in what we have.
      if (!from.misses(state(owner).forgotten())) {
        return changes;
      }
      if (since.isPresent()) {
        return new Todos.Forgotten();
      }
    }
  }

  private Todos.Changes behind(UserId owner, ChangePosition from, long last, int limit) {
    Document filter =
        new Document("owner", owner.value())
            .append("seq", new Document("$gt", from.sequence()).append("$lte", last));
    List<Document> found =
        todos.find(filter).sort(new Document("seq", 1)).limit(limit + 1).into(new ArrayList<>());
    boolean more = found.size() > limit;
    List<Document> part = more ? found.subList(0, limit) : found;
    long reached = more ? part.getLast().getLong("seq") : Math.max(from.sequence(), last);
    return new Todos.Changes(
        part.stream().map(MongoTodoChanges::change).toList(),
        new ChangePosition(reached, from.horizon()),
        more);
  }

  private static TodoChange change(Document document) {
    return TodoDocument.isLive(document)
        ? new TodoChange.Upsert(TodoDocument.todo(document))
        : new TodoChange.Deletion(
            new TodoId(document.get("_id", UUID.class)), document.getDate("deletedAt").toInstant());
  }

  private State state(UserId owner) {
    Document state = numbers.find(new Document("_id", owner.value())).first();
    return state == null
        ? new State(0, 0)
        : new State(
            state.getLong("last"), Optional.ofNullable(state.getLong("forgotten")).orElse(0L));
  }

  /** Numbers whatever of the owner's has no number. */
  private void number(UUID owner) {
    Document filter = new Document("owner", owner).append("seq", null);
    while (true) {
      List<Document> found =
          todos.find(filter).projection(UNNUMBERED).limit(BATCH).into(new ArrayList<>());
      if (found.isEmpty()) {
        return;
      }
      long next = reserve(owner, found.size());
      List<WriteModel<Document>> updates = new ArrayList<>();
      for (Document each : found) {
        updates.add(
            new UpdateOneModel<>(
                new Document("_id", each.get("_id"))
                    .append("version", each.get("version"))
                    .append("seq", null),
                new Document("$set", new Document("seq", next++))));
      }
      var _ = todos.bulkWrite(updates, new BulkWriteOptions().ordered(false));
    }
  }

  /** The first of that many numbers. */
  private long reserve(UUID owner, int count) {
    Document counter =
        numbers.findOneAndUpdate(
            new Document("_id", owner),
            new Document("$inc", new Document("last", (long) count)),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    if (counter == null) {
      throw new IllegalStateException("an upsert gave nothing back");
    }
    return counter.getLong("last") - count + 1;
  }

  /** Forgets what was deleted longest ago; what has no number gets one, to raise the horizon to. */
  Purge purge(Instant deletedBefore, int most) {
    Document old = new Document("deletedAt", new Document("$lt", Date.from(deletedBefore)));
    List<Document> found = oldest(old, most + 1);
    Set<UUID> unnumbered =
        found.stream()
            .filter(it -> it.get("seq") == null)
            .map(it -> it.get("owner", UUID.class))
            .collect(Collectors.toSet());
    if (!unnumbered.isEmpty()) {
      unnumbered.forEach(this::number);
      found = oldest(old, most + 1);
    }
    for (Document each : found.subList(0, Math.min(most, found.size()))) {
      Long number = each.getLong("seq");
      if (number != null) {
        var _ =
            numbers.updateOne(
                new Document("_id", each.get("owner")),
                new Document("$max", new Document("forgotten", number)));
        var _ = todos.deleteOne(new Document("_id", each.get("_id")).append("seq", number));
      }
    }
    return new Purge(oldest(old, 1).isEmpty());
  }

  private List<Document> oldest(Document filter, int limit) {
    return todos
        .find(filter)
        .sort(new Document("deletedAt", 1))
        .limit(limit)
        .into(new ArrayList<>());
  }

  /** Forgets the owner. */
  void forget(UserId owner) {
    var _ = numbers.deleteOne(new Document("_id", owner.value()));
  }

  private record State(long last, long forgotten) {}
}

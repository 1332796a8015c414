package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Todos, one document each ({@link TodoDocument}), deleted ones without their content. Versions are
 * compared in the filter of the write; lists run along the index {@code {owner, createdAt: -1, _id:
 * -1}}, in which deleted todos, having no {@code createdAt}, come behind all others.
 */
final class MongoTodos implements Todos {
  private static final String PORT = "Todos";
  private static final Document NEWEST_FIRST = new Document("createdAt", -1).append("_id", -1);

  private final Connection connection;
  private final MongoCollection<Document> todos;

  MongoTodos(Connection connection, MongoCollection<Document> todos) {
    this.connection = connection;
    this.todos = todos;
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    Document document = TodoDocument.of(owner, todo);
    return call("add", () -> insert(owner, todo.id(), document));
  }

  private Addition insert(UserId owner, TodoId id, Document document) {
    try {
      var _ = todos.insertOne(document);
      return new Added();
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
      // An insert whose answer was lost is repeated by the driver, and finds itself in the way.
      if (stored(owner, id).filter(document::equals).isPresent()) {
        return new Added();
      }
      throw new IllegalStateException("another todo has the id " + id);
    }
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return call("find", () -> stored(owner, id))
        .filter(TodoDocument::isLive)
        .map(TodoDocument::todo);
  }

  @Override
  public TodoPage page(UserId owner, PageRequest request) {
    Document filter = request.after().map(it -> behind(owner, it)).orElseGet(() -> live(owner));
    List<Todo> found =
        call("page", () -> read(filter, request.limit() + 1)).stream()
            .map(TodoDocument::todo)
            .toList();
    boolean more = found.size() > request.limit();
    return new TodoPage(more ? found.subList(0, request.limit()) : found, more);
  }

  private List<Document> read(Document filter, int limit) {
    return todos.find(filter).sort(NEWEST_FIRST).limit(limit).into(new ArrayList<>());
  }

  /** A bound that has no effect but to pass over what is deleted, within the index. */
  private static Document live(UserId owner) {
    return new Document("owner", owner.value())
        .append("createdAt", new Document("$lte", Date.from(Moments.LATEST)));
  }

  /** The first bound is where the index is entered, the second drops ties up to the position. */
  private static Document behind(UserId owner, TodoPosition position) {
    Date createdAt = Date.from(position.createdAt());
    return new Document("owner", owner.value())
        .append("createdAt", new Document("$lte", createdAt))
        .append(
            "$or",
            List.of(
                new Document("createdAt", new Document("$lt", createdAt)),
                new Document("_id", new Document("$lt", position.id().value()))));
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    Document filter = liveById(owner, todo.id()).append("version", expected.value());
    Document document = TodoDocument.of(owner, todo);
    return connection.callUntilAnswered(
        PORT, "replace", () -> replace(owner, todo.id(), expected, filter, document));
  }

  /** Empty where it is to be tried again. */
  private Optional<Replacement> replace(
      UserId owner, TodoId id, Version expected, Document filter, Document document) {
    if (todos.replaceOne(filter, document).getMatchedCount() == 1) {
      return Optional.of(new Replaced());
    }
    Optional<Version> current =
        stored(owner, id).filter(TodoDocument::isLive).map(TodoDocument::version);
    if (current.isEmpty()) {
      return Optional.of(new Missing());
    }
    // What a majority has may for a moment be older than what the write was compared with.
    return current.filter(it -> !it.equals(expected)).map(Stale::new);
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    Document filter = liveById(owner, id);
    precondition
        .versions()
        .map(admitted -> admitted.stream().map(Version::value).toList())
        .ifPresent(admitted -> filter.append("version", new Document("$in", admitted)));
    Document update = TodoDocument.deletion(Moments.of(at));
    return connection.callUntilAnswered(
        PORT, "delete", () -> delete(owner, id, precondition, filter, update));
  }

  /** Empty where it is to be tried again. */
  private Optional<Deletion> delete(
      UserId owner, TodoId id, Precondition precondition, Document filter, Document update) {
    if (todos.updateOne(filter, update).getMatchedCount() == 1) {
      return Optional.of(new Deleted());
    }
    Optional<Document> stored = stored(owner, id);
    if (stored.isEmpty()) {
      return Optional.of(new Missing());
    }
    if (!TodoDocument.isLive(stored.get())) {
      return Optional.of(new AlreadyDeleted());
    }
    return stored.map(TodoDocument::version).filter(it -> !precondition.admits(it)).map(Stale::new);
  }

  @Override
  public Clearance deleteAll(UserId owner) {
    Document deletedBefore =
        new Document("owner", owner.value()).append("deletedAt", new Document("$exists", true));
    return call(
        "deleteAll",
        () -> {
          long count = todos.deleteMany(live(owner)).getDeletedCount();
          var _ = todos.deleteMany(deletedBefore);
          return new Clearance(count);
        });
  }

  private Optional<Document> stored(UserId owner, TodoId id) {
    return Optional.ofNullable(todos.find(byId(owner, id)).first());
  }

  private static Document byId(UserId owner, TodoId id) {
    return new Document("_id", id.value()).append("owner", owner.value());
  }

  private static Document liveById(UserId owner, TodoId id) {
    return byId(owner, id).append("deletedAt", null);
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call(PORT, operation, work);
  }
}

package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Todos, one document each ({@link TodoDocument}), deleted ones without their content. Versions are
 * compared in the filter of the write; lists run along the index of their order, or of a part of
 * their filter ({@link TodoFilters}).
 */
final class MongoTodos implements Todos {
  private static final String PORT = "Todos";
  private static final Document OWNER = new Document("owner", 1);
  private static final Document COUNTED =
      new Document("_id", 0).append("priority", 1).append("completedAt", 1).append("dueAt", 1);
  private static final int BATCH = 2_000;

  private final Connection connection;
  private final MongoCollection<Document> todos;
  private final MongoTodoChanges changes;

  MongoTodos(
      Connection connection, MongoCollection<Document> todos, MongoCollection<Document> numbers) {
    this.connection = connection;
    this.todos = todos;
    this.changes = new MongoTodoChanges(todos, numbers);
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    Document document = TodoDocument.of(owner, todo);
    return connection.callUntilAnswered("Todos", "add", () -> inserted(owner, todo.id(), document));
  }

  /** Empty where a todo of that id is not to be read yet, or any more: to be tried again. */
  private Optional<Addition> inserted(UserId owner, TodoId id, Document document) {
    try {
      var _ = todos.insertOne(document);
      return Optional.of(new Added());
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
    }
    Optional<Document> stored =
        Optional.ofNullable(todos.find(new Document("_id", id.value())).first());
    if (stored.filter(it -> !owner.value().equals(it.get("owner"))).isPresent()) {
      throw new IllegalStateException("another todo has the id " + id);
    }
    return stored.map(
        it -> new Exists(Optional.of(it).filter(TodoDocument::isLive).map(TodoDocument::todo)));
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return call("find", () -> stored(owner, id))
        .filter(TodoDocument::isLive)
        .map(TodoDocument::todo);
  }

  @Override
  public Optional<UserId> owner(TodoId id) {
    return call(
        "owner",
        () ->
            Optional.ofNullable(
                    todos.find(new Document("_id", id.value())).projection(OWNER).first())
                .map(it -> new UserId(it.get("owner", UUID.class))));
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    TodoOrder order = query.order();
    List<Document> conditions = TodoFilters.of(owner, query.filter());
    conditions.add(TodoFilters.live(order));
    List<List<Document>> ranges =
        request.after().map(it -> TodoFilters.behind(it, order)).orElse(List.of(List.of()));
    int limit = request.limit();
    List<Todo> met = call("page", () -> read(conditions, ranges, order, limit + 1));
    // One that moves from one range to the other meanwhile is met twice.
    Map<TodoId, Todo> found = new LinkedHashMap<>();
    met.forEach(todo -> found.putIfAbsent(todo.id(), todo));
    return new TodoPage(found.values().stream().limit(limit).toList(), met.size() > limit);
  }

  /** So many in the ranges, of which each is a walk of its own. */
  private List<Todo> read(
      List<Document> conditions, List<List<Document>> ranges, TodoOrder order, int wanted) {
    List<Todo> met = new ArrayList<>();
    for (List<Document> range : ranges) {
      if (met.size() < wanted) {
        List<Document> filter = new ArrayList<>(conditions);
        filter.addAll(range);
        met.addAll(read(TodoFilters.all(filter), order, wanted - met.size()));
      }
    }
    return met;
  }

  private List<Todo> read(Document filter, TodoOrder order, int limit) {
    return todos
        .find(filter)
        .sort(TodoFilters.sort(order))
        .limit(limit)
        .map(TodoDocument::todo)
        .into(new ArrayList<>());
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    List<Document> conditions = TodoFilters.of(owner, filter);
    conditions.add(TodoFilters.live(TodoOrder.NEWEST_FIRST));
    return call("count", () -> new TodoCount(todos.countDocuments(TodoFilters.all(conditions))));
  }

  /**
   * One query for each scope, from the narrowest, which weighs most. The widest comes last and has
   * what the others have, so that nothing is missed that moves from one to another meanwhile.
   */
  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    Map<TodoId, Todo> found = new LinkedHashMap<>();
    for (SearchScope scope : SearchScope.values()) {
      if (found.size() < limit) {
        List<Document> filter = TodoFilters.words(terms, scope);
        filter.add(new Document("owner", owner.value()));
        call("search", () -> read(TodoFilters.all(filter), TodoOrder.NEWEST_FIRST, limit))
            .forEach(todo -> found.putIfAbsent(todo.id(), todo));
      }
    }
    return found.values().stream().limit(limit).toList();
  }

  /** A walk along the index of ages, in which no change moves a todo: each is counted once. */
  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    TodoStatistics.Tally tally = new TodoStatistics.Tally(now);
    return call(
        "statistics",
        () -> {
          todos
              .find(live(owner))
              .sort(TodoFilters.sort(TodoOrder.NEWEST_FIRST))
              .projection(COUNTED)
              .batchSize(BATCH)
              .forEach(it ->
                  tally.count(
                      Priority.valueOf(it.getString("priority")),
                      instant(it, "completedAt"),
                      instant(it, "dueAt")));
          return tally.result();
        });
  }

  private static Optional<Instant> instant(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
  }

  /** A bound that has no effect but to pass over what is deleted, within the index. */
  private static Document live(UserId owner) {
    return new Document("owner", owner.value())
        .append("createdAt", new Document("$lte", Date.from(Moments.LATEST)));
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
  public Clearance deleteCompleted(UserId owner, Instant at) {
    Document completed = new Document("owner", owner.value()).append("completed", true);
    Document update = TodoDocument.deletion(Moments.of(at));
    return call(
        "deleteCompleted",
        () -> new Clearance(todos.updateMany(completed, update).getModifiedCount()));
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return call("changes", () -> changes.read(owner, since, limit));
  }

  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return call("purge", () -> changes.purge(deletedBefore, most));
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
          changes.forget(owner);
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

package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.mongo.IndexScan.Index;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Filters;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a server with the indexes that were made would find what it is asked for. */
final class LookupsTest {
  private static final int PAGE = 20;
  private static final Instant NOW = Specimens.NOW;
  private static final List<TodoOrder> FILTERED =
      List.of(
          TodoOrder.NEWEST_FIRST,
          new TodoOrder(TodoOrder.Key.PRIORITY, false),
          new TodoOrder(TodoOrder.Key.DUE_AT, false),
          new TodoOrder(TodoOrder.Key.DUE_AT, true));

  private final UserId owner = Specimens.userId();
  private final UserId another = Specimens.userId();
  private final JvmServer server = new JvmServer(0);
  private final Map<String, List<Index>> indexes = new HashMap<>();
  private Installation installation;

  @BeforeEach
  void open() {
    installation =
        new Installation(
            new TestServer("mongo-java-server", server.uri() + "/?timeoutMS=20000"),
            new TestClock());
  }

  @AfterEach
  void close() {
    installation.close();
    server.close();
  }

  @Test
  @DisplayName("whatever a port is asked, no command reads through a collection")
  void everyLookupHasBoundsInAnIndex() throws Exception {
    int looked = 0;
    for (Map.Entry<String, Callable<?>> operation :
        Operations.of(installation.adapters()).entrySet()) {
      for (Lookup lookup : lookups(operation.getValue())) {
        if (!isExcepted(operation.getKey(), lookup)) {
          looked++;
          assertThat(IndexScan.of(lookup, indexes(lookup.collection())))
              .as("%s: %s", operation.getKey(), lookup)
              .anyMatch(it -> !it.bounds().isEmpty());
        }
      }
    }
    assertThat(looked).isGreaterThan(60);
  }

  /** A document for each instance; whether there is any user; the admins' list of all users. */
  private static boolean isExcepted(String operation, Lookup lookup) {
    return lookup.collection().equals("unheard_writers")
        || operation.equals("Users.isEmpty")
        || operation.equals("Users.page");
  }

  @Test
  @DisplayName("however many todos there are, the same keys are looked at, but for ties, and few")
  void looksAtFewKeys() throws Exception {
    Map<String, Long> ofFew = keys(100);
    for (String collection : List.of("todos", "todo_changes")) {
      var _ = installation.database().getCollection(collection).deleteMany(new Document());
    }
    Map<String, Long> ofMany = keys(400);
    assertThat(ofMany).hasSizeGreaterThan(100).hasSameSizeAs(ofFew);
    assertThat(ofMany.values()).filteredOn(it -> it >= PAGE).hasSizeGreaterThan(30);
    ofMany.forEach((what, keys) ->
        assertThat(keys)
            .as(what)
            .isLessThanOrEqualTo(3L * PAGE + 1)
            .isLessThanOrEqualTo(ofFew.getOrDefault(what, 0L) + PAGE));
  }

  private Map<String, Long> keys(int size) throws Exception {
    List<Todo> all = fill(size);
    Map<String, Long> keys = new LinkedHashMap<>();
    List<Document> stored = stored();
    for (Map.Entry<String, Callable<?>> read : reads(all).entrySet()) {
      keys.put(read.getKey(), keys(read.getValue(), stored));
    }
    for (Map.Entry<String, Callable<?>> write : writes(all).entrySet()) {
      keys.put(write.getKey(), keys(write.getValue(), stored()));
    }
    return keys;
  }

  private Map<String, Callable<?>> reads(List<Todo> all) {
    Todos todos = installation.adapters().todos();
    Todo middle = all.get(all.size() / 2);
    Map<String, Callable<?>> reads = new LinkedHashMap<>();
    reads.put("find", () -> todos.find(owner, middle.id()));
    reads.put("owner", () -> todos.owner(middle.id()));
    filters(all.size())
        .forEach((what, filter) -> {
          for (TodoOrder order : orders(filter)) {
            Optional<TodoPosition> after = Optional.of(order.positionOf(middle));
            reads.put(what + " in " + order, () -> page(filter, order, Optional.empty()));
            reads.put(what + " from the middle in " + order, () -> page(filter, order, after));
          }
        });
    TodoFilter before = Filters.dueBefore(NOW.plusMillis(all.size() / 2));
    TodoFilter after = Filters.dueAfter(NOW.plusMillis(all.size() / 2));
    for (boolean descending : List.of(true, false)) {
      TodoOrder order = new TodoOrder(TodoOrder.Key.DUE_AT, descending);
      reads.put("due before half in " + order, () -> page(before, order, Optional.empty()));
      reads.put("due after half in " + order, () -> page(after, order, Optional.empty()));
    }
    reads.put("search for what few have", () -> todos.search(owner, terms("rarely"), PAGE));
    reads.put("search for what all have", () -> todos.search(owner, terms("bread"), PAGE));
    reads.put("changes", () -> todos.changes(owner, changed(all.size() / 2), PAGE));
    return reads;
  }

  private Map<String, Callable<?>> writes(List<Todo> all) {
    Todos todos = installation.adapters().todos();
    Todo middle = all.get(all.size() / 2);
    Todo next = middle.edited(content(20, 20), NOW);
    Map<String, Callable<?>> writes = new LinkedHashMap<>();
    writes.put("replace", () -> todos.replace(owner, next, Version.FIRST));
    writes.put("delete", () -> todos.delete(owner, middle.id(), Precondition.NONE, NOW));
    writes.put("add what was deleted", () -> todos.add(owner, middle));
    writes.put("delete what is completed", () -> todos.deleteCompleted(owner, NOW));
    writes.put("purge", () -> todos.purge(NOW.plusSeconds(1), 10));
    return writes;
  }

  /** Every order, and with a filter those of ties and of due dates. */
  private static List<TodoOrder> orders(TodoFilter filter) {
    Stream<TodoOrder> orders =
        Stream.of(TodoOrder.Key.values())
            .flatMap(it -> Stream.of(new TodoOrder(it, false), new TodoOrder(it, true)));
    return filter.equals(TodoFilter.ALL)
        ? orders.toList()
        : orders.filter(it -> FILTERED.contains(it)).toList();
  }

  private static Optional<ChangePosition> changed(int number) {
    return Optional.of(new ChangePosition(number, 0));
  }

  private static Map<String, TodoFilter> filters(int size) {
    Instant half = NOW.plusMillis(size / 2);
    Instant soon = half.plusMillis(10);
    Instant late = NOW.plusMillis(size - 10);
    Map<String, TodoFilter> all = new LinkedHashMap<>();
    all.put("all", TodoFilter.ALL);
    all.put("the few completed", Filters.completed(true));
    all.put("the open", Filters.completed(false));
    all.put("few by a tag", Filters.tag("few"));
    all.put("all by a tag", Filters.tag("all"));
    all.put("few by priority", Filters.priority(Priority.HIGH));
    all.put("many by priority", Filters.priority(Priority.LOW));
    all.put("few by words", Filters.terms("rarely"));
    all.put("all by words", Filters.terms("good bre"));
    all.put("what is due first", Filters.dueBefore(NOW.plusMillis(10)));
    all.put("what is due last", Filters.dueAfter(late));
    all.put(
        "what is due in between", Filters.both(Filters.dueAfter(half), Filters.dueBefore(soon)));
    all.put("what changed last", Filters.updatedSince(late));
    return all;
  }

  private Object page(TodoFilter filter, TodoOrder order, Optional<TodoPosition> after) {
    return installation
        .adapters()
        .todos()
        .page(owner, new TodoQuery(filter, order), new PageRequest(PAGE, after));
  }

  private static SearchTerms terms(String text) {
    return SearchTerms.of(text).orElseThrow();
  }

  /** Of one owner and of another, numbered as if their changes had been read. */
  private List<Todo> fill(int size) {
    List<Todo> all = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      TodoId id = new TodoId(new UUID(i, 0));
      Todo todo = Todo.create(id, content(i, size), NOW.plusMillis(i));
      documents.add(TodoDocument.of(owner, todo).append("seq", i + 1L));
      documents.add(
          TodoDocument.of(another, Specimens.todo(content(i, size))).append("seq", i + 1L));
      all.add(todo);
    }
    var _ = installation.database().getCollection("todos").insertMany(documents);
    var _ =
        installation
            .database()
            .getCollection("todo_changes")
            .insertOne(new Document("_id", owner.value()).append("last", (long) size));
    return all;
  }

  /** What few have ten have, however many there are; half of all is due. */
  private static TodoContent content(int number, int size) {
    boolean few = number % (size / 10) == 0;
    return new TodoContent(
        new Heading("Buy bread, number %05d".formatted(number)),
        new Task(few ? "rarely the good one" : "the good one"),
        few,
        few ? Priority.HIGH : Priority.LOW,
        number % 2 == 0 ? Optional.empty() : Optional.of(new DueDate(NOW.plusMillis(number))),
        new Tags(List.of(new Tag(few ? "few" : "many"), new Tag("all"))));
  }

  private List<Lookup> lookups(Callable<?> operation) throws Exception {
    int before = server.received().size();
    var _ = operation.call();
    List<Lookup> lookups = new ArrayList<>();
    server.received().stream().skip(before).map(Lookup::of).forEach(lookups::addAll);
    return lookups;
  }

  private long keys(Callable<?> operation, List<Document> todos) throws Exception {
    long keys = 0;
    for (Lookup lookup : lookups(operation)) {
      List<IndexScan> scans = IndexScan.of(lookup, indexes(lookup.collection()));
      if (lookup.collection().equals("todos")) {
        keys += scans.stream().mapToLong(it -> it.keys(lookup, todos)).min().orElseThrow();
      } else {
        assertThat(scans).as("%s", lookup).anyMatch(it -> it.index().equals("_id_"));
      }
    }
    return keys;
  }

  private List<Document> stored() {
    return installation.database().getCollection("todos").find().into(new ArrayList<>());
  }

  private List<Index> indexes(String collection) {
    return indexes.computeIfAbsent(
        collection,
        it ->
            installation
                .database()
                .getCollection(it)
                .listIndexes()
                .map(Index::of)
                .into(new ArrayList<>()));
  }
}

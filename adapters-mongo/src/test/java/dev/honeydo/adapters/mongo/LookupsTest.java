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
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server with the indexes that were made would find what it is asked for. */
final class LookupsTest {
  private static final int PAGE = 20;
  private static final Instant NOW = Specimens.NOW;

  private final UserId owner = Specimens.userId();
  private final UserId another = Specimens.userId();
  private final JvmServer server = new JvmServer(0);
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
  void everyLookupIsAnIndexScan() throws Exception {
    int looked = 0;
    for (Map.Entry<String, Callable<?>> operation :
        Operations.of(installation.adapters()).entrySet()) {
      for (Lookup lookup : lookups(operation.getValue())) {
        if (!isOfFew(lookup)) {
          looked++;
          assertThat(IndexScan.of(lookup, indexes(lookup.collection())))
              .as("%s: %s", operation.getKey(), lookup)
              .isNotEmpty();
        }
      }
    }
    assertThat(looked).isGreaterThan(60);
  }

  /** A document for each instance; whether there is any user. */
  private static boolean isOfFew(Lookup lookup) {
    return lookup.collection().equals("unheard_writers")
        || (lookup.collection().equals("users") && lookup.limit() == 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 1_000})
  @DisplayName("however many todos there are, as many keys are looked at, and few")
  void looksAtFewKeys(int size) throws Exception {
    List<Todo> all = fill(size);
    List<Document> before = stored();
    for (Map.Entry<String, Callable<?>> operation : operations(all).entrySet()) {
      long keys = 0;
      for (Lookup lookup : lookups(operation.getValue())) {
        keys += keys(lookup, before);
      }
      assertThat(keys).as(operation.getKey()).isBetween(1L, 6L * PAGE);
    }
  }

  private Map<String, Callable<?>> operations(List<Todo> all) {
    Todos todos = installation.adapters().todos();
    Todo middle = all.get(all.size() / 2);
    Map<String, Callable<?>> operations = new LinkedHashMap<>();
    operations.put("find", () -> todos.find(owner, middle.id()));
    operations.put("owner", () -> todos.owner(middle.id()));
    for (TodoOrder.Key key : TodoOrder.Key.values()) {
      for (boolean descending : List.of(true, false)) {
        TodoOrder order = new TodoOrder(key, descending);
        operations.put(
            "list in order " + order, () -> page(TodoFilter.ALL, order, Optional.empty()));
        Optional<TodoPosition> after = Optional.of(order.positionOf(middle));
        operations.put("page in order " + order, () -> page(TodoFilter.ALL, order, after));
      }
    }
    filters()
        .forEach((what, filter) ->
            operations.put(
                "list of " + what, () -> page(filter, TodoOrder.NEWEST_FIRST, Optional.empty())));
    operations.put("search for what few have", () -> todos.search(owner, terms("rarely"), PAGE));
    operations.put("search for what all have", () -> todos.search(owner, terms("bread"), PAGE));
    operations.put("changes", () -> todos.changes(owner, changed(all.size() / 2), PAGE));
    Todo next = middle.edited(content(0), NOW);
    operations.put("replace", () -> todos.replace(owner, next, Version.FIRST));
    operations.put("delete", () -> todos.delete(owner, middle.id(), Precondition.NONE, NOW));
    operations.put("add what was deleted", () -> todos.add(owner, middle));
    operations.put("delete what is completed", () -> todos.deleteCompleted(owner, NOW));
    operations.put("purge", () -> todos.purge(NOW.plusSeconds(1), 10));
    return operations;
  }

  private static Optional<ChangePosition> changed(int number) {
    return Optional.of(new ChangePosition(number, 0));
  }

  private static Map<String, TodoFilter> filters() {
    Map<String, TodoFilter> all = new LinkedHashMap<>();
    TodoFilter none = TodoFilter.ALL;
    all.put(
        "the completed, who are few", filter(Optional.of(true), none.tag(), none.priority(), ""));
    all.put("the open", filter(Optional.of(false), none.tag(), none.priority(), ""));
    all.put(
        "few by their tag",
        filter(none.completed(), Optional.of(new Tag("few")), none.priority(), ""));
    all.put(
        "many by their tag",
        filter(none.completed(), Optional.of(new Tag("all")), none.priority(), ""));
    all.put(
        "few by their priority",
        filter(none.completed(), none.tag(), Optional.of(Priority.HIGH), ""));
    all.put(
        "many by their priority",
        filter(none.completed(), none.tag(), Optional.of(Priority.LOW), ""));
    all.put("few by their words", filter(none.completed(), none.tag(), none.priority(), "rarely"));
    all.put(
        "many by their words", filter(none.completed(), none.tag(), none.priority(), "good bre"));
    all.put(
        "what is due first",
        limited(Optional.of(NOW.plusMillis(10)), Optional.empty(), Optional.empty()));
    all.put(
        "what is due",
        limited(Optional.of(NOW.plus(Duration.ofDays(1))), Optional.empty(), Optional.empty()));
    all.put(
        "what is due last",
        limited(Optional.empty(), Optional.of(NOW.plusMillis(240)), Optional.empty()));
    all.put("what changed", limited(Optional.empty(), Optional.empty(), Optional.of(NOW)));
    return all;
  }

  private static TodoFilter filter(
      Optional<Boolean> completed, Optional<Tag> tag, Optional<Priority> priority, String words) {
    return new TodoFilter(
        completed,
        tag,
        priority,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SearchTerms.of(words));
  }

  private static TodoFilter limited(
      Optional<Instant> dueBefore, Optional<Instant> dueAfter, Optional<Instant> updatedSince) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        dueBefore,
        dueAfter,
        updatedSince,
        Optional.empty());
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
      Todo todo = Todo.create(Specimens.todoId(), content(i), NOW.plusMillis(i));
      documents.add(TodoDocument.of(owner, todo).append("seq", i + 1L));
      documents.add(TodoDocument.of(another, Specimens.todo(content(i))).append("seq", i + 1L));
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
  private static TodoContent content(int number) {
    boolean few = number < 10;
    return new TodoContent(
        new Heading("Buy bread, number " + number),
        new Task(few ? "rarely the good one" : "the good one"),
        few,
        few ? Priority.HIGH : Priority.LOW,
        number % 2 == 0 ? Optional.empty() : Optional.of(new DueDate(NOW.plusMillis(number % 250))),
        new Tags(List.of(new Tag(few ? "few" : "many"), new Tag("all"))));
  }

  private List<Lookup> lookups(Callable<?> operation) throws Exception {
    int before = server.received().size();
    var _ = operation.call();
    List<Lookup> lookups = new ArrayList<>();
    server.received().stream().skip(before).map(Lookup::of).forEach(lookups::addAll);
    return lookups;
  }

  private long keys(Lookup lookup, List<Document> todos) {
    List<IndexScan> scans = IndexScan.of(lookup, indexes(lookup.collection()));
    if (!lookup.collection().equals("todos")) {
      assertThat(scans).as("%s", lookup).anyMatch(it -> it.index().equals("_id_"));
      return 1;
    }
    return scans.stream().mapToLong(it -> it.keys(lookup, todos)).min().orElseThrow();
  }

  private List<Document> stored() {
    return installation.database().getCollection("todos").find().into(new ArrayList<>());
  }

  private List<Index> indexes(String collection) {
    return installation
        .database()
        .getCollection(collection)
        .listIndexes()
        .map(Index::of)
        .into(new ArrayList<>());
  }
}

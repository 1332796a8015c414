package dev.honeydo.benchmarks.growth;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.benchmarks.growth.Growth.Column;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An installation with many todos, of which one user is asked about. */
final class ManyTodos {
  private static final int EACH = 10_000;
  private static final int OLDEST = 400;
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

  private final Todos todos;
  private final UserId user;
  private final List<TodoId> ids;

  private ManyTodos(Todos todos, UserId user, List<TodoId> ids) {
    this.todos = todos;
    this.user = user;
    this.ids = ids;
  }

  static ManyTodos fill(Todos todos, int count) throws InterruptedException {
    int users = Math.max(1, count / EACH);
    List<UserId> owners = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      owners.add(new UserId(new UUID(0x0123_4567_89ab_7000L + i, 0x8000_0000_0000_0001L)));
    }
    List<TodoId> ids = new ArrayList<>();
    for (int i = 0; i < count; i += users) {
      ids.add(id(i));
    }
    AllAtOnce.run(
        count,
        i -> {
          Todos.Addition _ = todos.add(owners.get(i % users), todo(id(i), i / users));
        });
    return new ManyTodos(todos, owners.getFirst(), ids);
  }

  private static TodoId id(int number) {
    return new TodoId(
        new UUID((0x0190_0000_0000L + number) << 16 | 0x7000L, 0x8000_0000_0000_0000L + number));
  }

  /**
   * A todo of somebody's.
   *
   * @param number how many they have already
   */
  private static Todo todo(TodoId id, int number) {
    TodoContent plain = TodoContent.of(new Heading("Buy bread, number " + number));
    TodoContent content =
        new TodoContent(
            plain.heading(),
            new Task(
                "the good one from the baker at the corner word"
                    + number % 1_000
                    + (number < OLDEST ? " old" : "")),
            number % 1_000 == 0,
            plain.priority(),
            plain.dueAt(),
            new Tags(List.of(new Tag(number % 5_000 == 0 ? "rare" : "home"))));
    return Todo.create(id, content, BEGUN.plus(Duration.ofSeconds(number)));
  }

  void measure(Column column) {
    TodoQuery newest = new TodoQuery(TodoFilter.ALL, TodoOrder.NEWEST_FIRST);
    TodoQuery byHeading =
        new TodoQuery(TodoFilter.ALL, new TodoOrder(TodoOrder.Key.HEADING, false));
    PageRequest first = new PageRequest(20, Optional.empty());
    Optional<TodoPosition> middle =
        newest
            .order()
            .next(new TodoPage(todos.find(user, ids.get(ids.size() / 2)).stream().toList(), true));
    column.time("one todo", i -> todos.find(user, ids.get(Math.floorMod(i * 37, ids.size()))));
    column.time("list, first page", _ -> todos.page(user, newest, first));
    column.time(
        "list, page from the middle", _ -> todos.page(user, newest, new PageRequest(20, middle)));
    column.time("list by heading", _ -> todos.page(user, byHeading, first));
    filtered()
        .forEach((what, filter) ->
            column.time(
                "list of " + what,
                _ -> todos.page(user, new TodoQuery(filter, TodoOrder.NEWEST_FIRST), first)));
    column.time(
        "search for a word of 1 in 1,000",
        i -> todos.search(user, terms("word" + Math.floorMod(i, 10) * 100), 20));
    column.time("search for a word of all", _ -> todos.search(user, terms("bread"), 20));
    column.time("search for a word of the 400 oldest", _ -> todos.search(user, terms("old"), 20));
    filtered()
        .forEach((what, filter) -> column.time("count of " + what, _ -> todos.count(user, filter)));
    column.time("count", _ -> todos.count(user, TodoFilter.ALL));
    column.time("statistics", _ -> todos.statistics(user, BEGUN));
    column.time("create", i -> todos.add(user, todo(new TodoId(UUID.randomUUID()), 2_000_000 + i)));
    column.time("change", i -> changed(ids.get(Math.floorMod(i, ids.size()))));
  }

  /** What few have, and what all have. */
  private static Map<String, TodoFilter> filtered() {
    Map<String, TodoFilter> all = new LinkedHashMap<>();
    all.put("the completed, 1 in 1,000", filter(Optional.of(true), Optional.empty(), ""));
    all.put("the open, nearly all", filter(Optional.of(false), Optional.empty(), ""));
    all.put("a tag of 1 in 5,000", filter(Optional.empty(), Optional.of(new Tag("rare")), ""));
    all.put("a tag of nearly all", filter(Optional.empty(), Optional.of(new Tag("home")), ""));
    all.put("a word of 1 in 1,000", filter(Optional.empty(), Optional.empty(), "word100"));
    all.put("a word of the 400 oldest", filter(Optional.empty(), Optional.empty(), "old"));
    all.put("a word of all", filter(Optional.empty(), Optional.empty(), "bread"));
    return all;
  }

  private static TodoFilter filter(Optional<Boolean> completed, Optional<Tag> tag, String words) {
    return new TodoFilter(
        completed,
        tag,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SearchTerms.of(words));
  }

  private Object changed(TodoId id) {
    Todo todo = todos.find(user, id).orElseThrow();
    TodoContent content = todo.content();
    TodoContent next =
        new TodoContent(
            content.heading(),
            content.task(),
            !content.completed(),
            content.priority(),
            content.dueAt(),
            content.tags());
    return todos.replace(user, todo.edited(next, BEGUN.plus(Duration.ofDays(300))), todo.version());
  }

  private static SearchTerms terms(String text) {
    return SearchTerms.of(text).orElseThrow();
  }
}

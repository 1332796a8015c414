package dev.honeydo.contracts;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
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
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the record holds under a key before a write, and after it. */
record CacheCase<V>(Cache.Key<V> key, V before, V after) {
  /** The first page of everything. */
  static final PageRequest FIRST = new PageRequest(20, Optional.empty());

  /** What a search asks for. */
  static final SearchTerms TERMS = new SearchTerms(List.of("buy"), "bre");

  /** One of each kind of copy of users and todos. */
  static List<CacheCase<?>> all() {
    Todo todo = Specimens.todo();
    Todo other = Specimens.todo(Specimens.fullContent());
    UserId owner = Specimens.userId();
    return List.of(
        new CacheCase<>(
            new Cache.Profile(owner), Optional.of(Specimens.user()), Optional.of(Specimens.user())),
        new CacheCase<>(
            new Cache.Profile(Specimens.userId()), Optional.empty(), Optional.of(Specimens.user())),
        new CacheCase<>(new Cache.OneTodo(owner, todo.id()), Optional.of(todo), Optional.empty()),
        new CacheCase<>(
            new Cache.OneTodo(Specimens.userId(), other.id()),
            Optional.empty(),
            Optional.of(other)),
        new CacheCase<>(
            new Cache.Page(owner, TodoQuery.NEWEST_FIRST, FIRST),
            new TodoPage(List.of(todo), false),
            new TodoPage(List.of(other, todo), false)),
        new CacheCase<>(new Cache.Count(owner, TodoFilter.ALL), new TodoCount(1), new TodoCount(2)),
        new CacheCase<>(new Cache.Search(owner, TERMS, 20), List.of(todo), List.of()),
        new CacheCase<>(new Cache.Statistics(owner, Specimens.NOW), statistics(1), statistics(2)));
  }

  /** Statistics of so many open todos that are overdue. */
  static TodoStatistics statistics(int overdue) {
    TodoStatistics.Tally tally = new TodoStatistics.Tally(Specimens.NOW);
    for (int i = 0; i < overdue; i++) {
      tally.count(
          Priority.HIGH, Optional.empty(), Optional.of(Specimens.NOW.minus(Duration.ofDays(1))));
    }
    tally.count(
        Priority.LOW, Optional.of(Specimens.NOW.minus(Duration.ofDays(3))), Optional.empty());
    return tally.result();
  }

  /** A user of whom nothing is as it was at first. */
  static User fullUser() {
    return new User(
        Specimens.userId(),
        new UserName(Specimens.UNICODE),
        new EmailAddress("Ada+todo@bücher.example"),
        Role.ADMIN,
        true,
        true,
        Specimens.NOW,
        Specimens.NOW.plusMillis(1),
        new Version(Long.MAX_VALUE));
  }

  /** A todo in which everything is said, at the greatest length. */
  static Todo fullTodo() {
    List<Tag> tags =
        IntStream.range(0, Tags.MOST)
            .mapToObj(i -> new Tag(Specimens.BEE.repeat(40) + " " + i))
            .toList();
    return new Todo(
        Specimens.todoId(),
        new TodoContent(
            new Heading(Specimens.BEE.repeat(200)),
            new Task("\n\t" + Specimens.UNICODE + Specimens.BEE.repeat(9_900)),
            true,
            Priority.HIGH,
            Optional.of(new DueDate(Specimens.NOW.plusMillis(1))),
            new Tags(tags)),
        Optional.of(Specimens.NOW.plusMillis(2)),
        Specimens.NOW,
        Specimens.NOW.plusMillis(3),
        new Version(7));
  }
}

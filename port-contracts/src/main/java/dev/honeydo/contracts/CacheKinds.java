package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept of users and todos: each kind whole, apart from others, and ended by writes. */
interface CacheKinds extends CacheSubject {

  @Test
  @DisplayName("CACHE-32 a user is kept whole")
  default void keepsUsers() {
    User user = CacheCase.fullUser();
    assertKept(new Cache.Profile(user.id()), Optional.of(user));
  }

  @Test
  @DisplayName("CACHE-33 a todo is kept whole, to the last letter of the longest")
  default void keepsTodos() {
    Todo todo = CacheCase.fullTodo();
    assertKept(new Cache.OneTodo(Specimens.userId(), todo.id()), Optional.of(todo));
  }

  @Test
  @DisplayName("CACHE-34 a part of a list is kept whole, in its order")
  default void keepsPages() {
    List<Todo> todos = List.of(Specimens.todo(), CacheCase.fullTodo(), Specimens.todo());
    assertKept(
        new Cache.Page(Specimens.userId(), TodoQuery.NEWEST_FIRST, CacheCase.FIRST),
        new TodoPage(todos, true));
  }

  @Test
  @DisplayName("CACHE-35 a count is kept, however great")
  default void keepsCounts() {
    assertKept(new Cache.Count(Specimens.userId(), TodoFilter.ALL), new TodoCount(Long.MAX_VALUE));
  }

  @Test
  @DisplayName("CACHE-36 what a search finds is kept whole, in its order")
  default void keepsSearches() {
    assertKept(
        new Cache.Search(Specimens.userId(), CacheCase.TERMS, 20),
        List.of(Specimens.todo(Specimens.fullContent()), Specimens.todo()));
  }

  @Test
  @DisplayName("CACHE-37 statistics are kept whole")
  default void keepsStatistics() {
    assertKept(new Cache.Statistics(Specimens.userId(), Specimens.NOW), CacheCase.statistics(5));
  }

  @Test
  @DisplayName("CACHE-38 a todo is kept apart from all others")
  default void tellsTodosApart() {
    UserId owner = Specimens.userId();
    List<Cache.OneTodo> keys =
        List.of(
            new Cache.OneTodo(owner, Specimens.todoId()),
            new Cache.OneTodo(owner, Specimens.todoId()));
    for (Cache.OneTodo key : keys) {
      Optional<Todo> todo = Optional.of(Specimens.todo());
      assertThat(cache().read(key, () -> todo)).isEqualTo(todo);
    }
  }

  @Test
  @DisplayName("CACHE-39 a part of a list is kept apart from all that differ in anything")
  default void tellsPagesApart() {
    UserId owner = Specimens.userId();
    Todo last = Specimens.todo();
    TodoPosition place = TodoPosition.of(last);
    List<Cache.Page> keys = new ArrayList<>();
    for (TodoFilter filter : filters()) {
      TodoQuery query = new TodoQuery(filter, TodoOrder.NEWEST_FIRST);
      keys.add(new Cache.Page(owner, query, CacheCase.FIRST));
    }
    for (TodoOrder.Key order : TodoOrder.Key.values()) {
      TodoQuery query = new TodoQuery(TodoFilter.ALL, new TodoOrder(order, false));
      keys.add(new Cache.Page(owner, query, CacheCase.FIRST));
    }
    TodoQuery query = TodoQuery.NEWEST_FIRST;
    keys.add(new Cache.Page(owner, query, new PageRequest(21, Optional.empty())));
    keys.add(new Cache.Page(owner, query, new PageRequest(20, Optional.of(place))));
    TodoPosition later = TodoPosition.of(Specimens.todoAt(Specimens.NOW.plusMillis(1)));
    keys.add(new Cache.Page(owner, query, new PageRequest(20, Optional.of(later))));
    for (Cache.Page key : keys) {
      TodoPage page = new TodoPage(List.of(Specimens.todo()), false);
      assertThat(cache().read(key, () -> page)).as("%s", key).isEqualTo(page);
    }
  }

  @Test
  @DisplayName("CACHE-40 a count is kept apart from all others")
  default void tellsCountsApart() {
    UserId owner = Specimens.userId();
    long next = 0;
    for (TodoFilter filter : filters()) {
      TodoCount count = new TodoCount(next++);
      assertThat(cache().read(new Cache.Count(owner, filter), () -> count)).isEqualTo(count);
    }
  }

  @Test
  @DisplayName("CACHE-41 what a search finds is kept apart from what others find")
  default void tellsSearchesApart() {
    UserId owner = Specimens.userId();
    List<Cache.Search> keys =
        List.of(
            new Cache.Search(owner, new SearchTerms(List.of(), "ab"), 20),
            new Cache.Search(owner, new SearchTerms(List.of("a"), "b"), 20),
            new Cache.Search(owner, new SearchTerms(List.of("ab"), "c"), 20),
            new Cache.Search(owner, new SearchTerms(List.of("a", "b"), "c"), 20),
            new Cache.Search(owner, new SearchTerms(List.of("a", "b"), "c"), 21));
    for (Cache.Search key : keys) {
      List<Todo> found = List.of(Specimens.todo());
      assertThat(cache().read(key, () -> found)).isEqualTo(found);
    }
  }

  @Test
  @DisplayName("CACHE-42 statistics of one instant are kept apart from those of another")
  default void tellsStatisticsApart() {
    UserId owner = Specimens.userId();
    for (int i = 0; i < 3; i++) {
      var key = new Cache.Statistics(owner, Specimens.NOW.plusSeconds(i));
      var statistics = CacheCase.statistics(i);
      assertThat(cache().read(key, () -> statistics)).isEqualTo(statistics);
    }
  }

  @Test
  @DisplayName("CACHE-43 a write in one scope leaves the copies of the others alone")
  default void sparesOtherScopes() {
    UserId owner = Specimens.userId();
    Optional<User> user = Optional.of(Specimens.user());
    assertThat(cache().read(new Cache.Profile(owner), () -> user)).isEqualTo(user);
    settle();
    String _ = cache().write(owner, Scope.TODOS, () -> "");
    assertThat(cache().read(new Cache.Profile(owner), loadedAgain())).isEqualTo(user);
  }

  @Test
  @DisplayName("CACHE-44 a write ends every kind of copy in its scope")
  default void endsEveryKind() {
    CacheCase.all().forEach(it -> assertEnded(it));
  }

  @Test
  @DisplayName("CACHE-45 a load of any kind that a write of its view overtook is not remembered")
  default void isOvertakenWhateverItIs() {
    CacheCase.all().forEach(it -> assertOvertaken(cache(), it));
  }

  @Test
  @DisplayName("CACHE-46 a load of any kind that another view's write overtook is not remembered")
  default void isOvertakenElsewhereWhateverItIs() {
    CacheCase.all().forEach(it -> assertOvertaken(anotherView(), it));
  }

  private <V> void assertKept(Cache.Key<V> key, V value) {
    assertThat(cache().read(key, () -> value)).isEqualTo(value);
    settle();
    assertThat(cache().read(key, CacheKinds.<V>loadedAgain())).isEqualTo(value);
  }

  private static <V> Supplier<V> loadedAgain() {
    return CacheReading.throwing(new IllegalStateException("loaded again"));
  }

  private <V> void assertEnded(CacheCase<V> it) {
    Cache.Key<V> key = it.key();
    assertThat(cache().read(key, it::before)).isEqualTo(it.before());
    settle();
    String _ = cache().write(key.owner(), key.scope(), () -> "");
    assertThat(cache().read(key, it::after)).as("%s", key).isEqualTo(it.after());
  }

  private <V> void assertOvertaken(Cache writer, CacheCase<V> it) {
    Cache.Key<V> key = it.key();
    AtomicReference<V> held = new AtomicReference<>(it.before());
    CacheOvertaking.Pause pause = new CacheOvertaking.Pause();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<V> early = threads.submit(() -> cache().read(key, pause.after(held::get)));
      pause.awaitReached();
      try {
        var _ = writer.write(key.owner(), key.scope(), () -> held.getAndSet(it.after()));
      } finally {
        pause.end();
      }
      assertThat(CacheOvertaking.within(early)).as("%s", key).isEqualTo(it.before());
      settle();
      assertThat(cache().read(key, held::get)).as("%s", key).isEqualTo(it.after());
    }
  }

  /** Filters that each differ from all others in one thing. */
  private static List<TodoFilter> filters() {
    Optional<Tag> tag = Optional.of(new Tag("a"));
    var now = Optional.of(Specimens.NOW);
    return List.of(
        TodoFilter.ALL,
        filter(Optional.of(true), Optional.empty(), Optional.empty()),
        filter(Optional.of(false), Optional.empty(), Optional.empty()),
        filter(Optional.empty(), tag, Optional.empty()),
        filter(Optional.empty(), Optional.of(new Tag("b")), Optional.empty()),
        filter(Optional.empty(), Optional.empty(), Optional.of(Priority.LOW)),
        filter(Optional.empty(), Optional.empty(), Optional.of(Priority.HIGH)),
        new TodoFilter(none(), none(), none(), now, none(), none(), none()),
        new TodoFilter(none(), none(), none(), none(), now, none(), none()),
        new TodoFilter(none(), none(), none(), none(), none(), now, none()),
        new TodoFilter(
            none(), none(), none(), none(), none(), none(), Optional.of(CacheCase.TERMS)));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static TodoFilter filter(
      Optional<Boolean> completed, Optional<Tag> tag, Optional<Priority> priority) {
    return new TodoFilter(completed, tag, priority, none(), none(), none(), none());
  }
}

package dev.honeydo.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.TodosContract;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Todos behind a cache are todos, and are asked for once. */
final class CachedTodosTest implements TodosContract {
  private static final PageRequest FIRST = new PageRequest(20, Optional.empty());

  private final TestClock clock = new TestClock();
  private final Asked<Todos> record = Asked.of(Todos.class, new InMemoryTodos());
  private final InMemoryCache cache = new InMemoryCache(clock);
  private final FencedTodos fenced = new FencedTodos(record.port(), cache);
  private final CachedTodos cached = new CachedTodos(fenced, cache);
  private final UserId ada = Specimens.userId();

  @Override
  public Todos todos() {
    return cached;
  }

  @Override
  public Todos anotherView() {
    return new CachedTodos(fenced, cache);
  }

  @Override
  public Todos unreachable() {
    InMemoryTodos gone = new InMemoryTodos();
    gone.setAvailable(false);
    return new CachedTodos(new FencedTodos(gone, cache), cache);
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }

  @Test
  void whatIsLookedAtAgainIsNotAskedOfTheRecordAgain() {
    Todo todo = added("buy bread");
    SearchTerms terms = SearchTerms.of("bread").orElseThrow();
    for (int i = 0; i < 3; i++) {
      assertThat(cached.find(ada, todo.id())).contains(todo);
      assertThat(cached.find(ada, Specimens.todoId())).isEmpty();
      assertThat(cached.page(ada, FIRST).items()).containsExactly(todo);
      assertThat(cached.count(ada, TodoFilter.ALL).value()).isEqualTo(1);
      assertThat(cached.search(ada, terms, 20)).containsExactly(todo);
      assertThat(cached.statistics(ada, clock.instant()).total()).isEqualTo(1);
    }
    assertThat(record.times("find")).isEqualTo(4);
    assertThat(record.times("page")).isEqualTo(1);
    assertThat(record.times("count")).isEqualTo(1);
    assertThat(record.times("search")).isEqualTo(1);
    assertThat(record.times("statistics")).isEqualTo(1);
  }

  @Test
  void whoReadsInOrderToWriteReadsTheRecord() {
    Todo todo = added("buy bread");
    for (int i = 0; i < 2; i++) {
      assertThat(fenced.find(ada, todo.id())).contains(todo);
      assertThat(cached.owner(todo.id())).contains(ada);
      assertThat(cached.changes(ada, Optional.empty(), 10)).isInstanceOf(Todos.Changes.class);
    }
    assertThat(record.times("find")).isEqualTo(2);
    assertThat(record.times("owner")).isEqualTo(2);
    assertThat(record.times("changes")).isEqualTo(2);
  }

  @Test
  void everyWriteEndsEveryCopyOfItsOwnerAndNobodyElses() {
    Todo todo = added("buy bread");
    UserId bob = Specimens.userId();
    assertThat(cached.page(bob, FIRST).items()).isEmpty();
    Instant now = clock.instant();
    List<Supplier<?>> writes =
        List.of(
            () -> added("more"),
            () -> fenced.replace(ada, todo.edited(content("less"), now), todo.version()),
            () -> fenced.delete(ada, todo.id(), Precondition.NONE, now),
            () -> fenced.deleteCompleted(ada, now),
            () -> fenced.deleteAll(ada));
    for (Supplier<?> write : writes) {
      TodoPage _ = cached.page(ada, FIRST);
      int before = record.times("page");
      var _ = write.get();
      TodoPage _ = cached.page(ada, FIRST);
      assertThat(record.times("page")).isEqualTo(before + 1);
    }
    int before = record.times("page");
    TodoPage _ = cached.page(bob, FIRST);
    Purge _ = fenced.purge(now, 10);
    TodoPage _ = cached.page(ada, FIRST);
    assertThat(record.times("page")).isEqualTo(before);
  }

  @Test
  void whatWasReadBeforeAWriteAndArrivesAfterItIsNotKept() throws Exception {
    Todo todo = added("buy bread");
    TodoId id = todo.id();
    List<Look> looks =
        List.of(
            new Look("find", () -> cached.find(ada, id).stream().toList()),
            new Look("page", () -> cached.page(ada, FIRST).items()),
            new Look("search", () -> cached.search(ada, SearchTerms.of("buy").orElseThrow(), 20)));
    Todo current = todo;
    for (Look look : looks) {
      Todo next = current.edited(content("buy " + look.method()), clock.instant());
      Todo was = current;
      CompletableFuture<List<Todo>> slow = record.pausedAfter(look.method(), look.asked());
      assertThat(fenced.replace(ada, next, was.version())).isEqualTo(new Todos.Replaced());
      record.goOn();
      assertThat(slow.get()).containsExactly(was);
      assertThat(look.asked().get()).containsExactly(next);
      current = next;
    }
  }

  @Test
  void thatThereIsNothingIsNotKeptBeyondItsAddition() throws Exception {
    Todo todo = Todo.create(Specimens.todoId(), content("late"), clock.instant());
    CompletableFuture<Optional<Todo>> slow =
        record.pausedAfter("find", () -> cached.find(ada, todo.id()));
    assertThat(fenced.add(ada, todo)).isEqualTo(new Todos.Added());
    record.goOn();
    assertThat(slow.get()).isEmpty();
    assertThat(cached.find(ada, todo.id())).contains(todo);
  }

  @Test
  void statisticsOfAnotherInstantAreOthers() {
    Instant now = clock.instant();
    assertThat(cached.statistics(ada, now).total()).isZero();
    assertThat(cached.statistics(ada, now.plus(Duration.ofSeconds(1))).total()).isZero();
    assertThat(record.times("statistics")).isEqualTo(2);
  }

  private Todo added(String heading) {
    Todo todo = Todo.create(Specimens.todoId(), content(heading), clock.instant());
    assertThat(fenced.add(ada, todo)).isEqualTo(new Todos.Added());
    return todo;
  }

  private static TodoContent content(String heading) {
    return TodoContent.of(new Heading(heading));
  }

  /** A way to look at todos, by way of that method of the record. */
  private record Look(String method, Supplier<List<Todo>> asked) {}
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists have one order, and whoever walks through one meets every todo that stays once. */
interface TodosPaging extends TodosSubject {

  @Test
  @DisplayName("TODO-53 the newest todo comes first, whatever the order of adding")
  default void listsNewestFirst() {
    UserId owner = Specimens.userId();
    Todo second = added(owner, NOW);
    Todo first = added(owner, NOW.plusMillis(1));
    Todo third = added(owner, NOW.minusMillis(1));
    assertThat(firstPage(owner, 10).items()).containsExactly(first, second, third);
  }

  @Test
  @DisplayName("TODO-54 instants before and after 1970 are in order, from year 0 to 9999")
  default void ordersAllInstants() {
    UserId owner = Specimens.userId();
    List<Todo> expected =
        Stream.of(
                Moments.LATEST,
                Instant.parse("1970-01-01T00:00:00.001Z"),
                Instant.EPOCH,
                Instant.parse("1969-12-31T23:59:59.999Z"),
                Instant.parse("0999-12-31T23:59:59Z"),
                Moments.EARLIEST)
            .map(instant -> added(owner, instant))
            .toList();
    assertThat(firstPage(owner, 10).items()).containsExactlyElementsOf(expected);
  }

  @Test
  @DisplayName("TODO-55 of equal instants the greatest id comes first, ids compared as their text")
  default void ordersTiesById() {
    UserId owner = Specimens.userId();
    List<Todo> added = addedAtOnce(owner, 8);
    assertThat(firstPage(owner, 10).items())
        .containsExactlyElementsOf(
            added.stream().sorted(Comparator.comparing(TodosPaging::textOf).reversed()).toList());
  }

  @Test
  @DisplayName("TODO-56 a change moves no todo in the list")
  default void keepsPlaceOfChanged() {
    UserId owner = Specimens.userId();
    Todo old = added(owner, NOW);
    Todo young = added(owner, NOW.plusMillis(1));
    Todo edited = old.edited(TodoContent.of(new Heading("new")), NOW.plusSeconds(9));
    assertThat(todos().replace(owner, edited, old.version())).isEqualTo(new Todos.Replaced());
    assertThat(firstPage(owner, 10).items()).containsExactly(young, edited);
  }

  @Test
  @DisplayName("TODO-57 a list shows todos whole")
  default void listsWholeTodos() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo(Specimens.fullContent());
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    assertThat(firstPage(owner, 10).items()).containsExactly(todo);
  }

  @Test
  @DisplayName("TODO-58 somebody who has nothing sees an empty page, and no more behind it")
  default void listsNothing() {
    var _ = added(Specimens.userId(), NOW);
    assertThat(firstPage(Specimens.userId(), 10)).isEqualTo(new TodoPage(List.of(), false));
  }

  @Test
  @DisplayName("TODO-59 a list holds its owner's todos only")
  default void listsOwnOnly() {
    UserId owner = Specimens.userId();
    Todo own = added(owner, NOW);
    var _ = added(Specimens.userId(), NOW);
    assertThat(firstPage(owner, 10).items()).containsExactly(own);
  }

  @Test
  @DisplayName("TODO-60 a page has as many todos as asked for when there are more")
  default void limitsPages() {
    UserId owner = Specimens.userId();
    var _ = addedInTurn(owner, 5);
    assertThat(firstPage(owner, 3).items()).hasSize(3);
  }

  @Test
  @DisplayName("TODO-61 a page tells that there is more when it is by one only")
  default void tellsOfMore() {
    UserId owner = Specimens.userId();
    var _ = addedInTurn(owner, 4);
    assertThat(firstPage(owner, 3).more()).isTrue();
  }

  @Test
  @DisplayName("TODO-62 there is no more when exactly as many were asked for as there are")
  default void tellsOfNoMore() {
    UserId owner = Specimens.userId();
    var _ = addedInTurn(owner, 3);
    assertThat(firstPage(owner, 3).more()).isFalse();
  }

  @Test
  @DisplayName("TODO-63 a page can have a hundred todos")
  default void allowsLargestPage() {
    UserId owner = Specimens.userId();
    List<Todo> newestFirst = addedInTurn(owner, PageRequest.MOST + 1).reversed();
    assertThat(firstPage(owner, PageRequest.MOST).items())
        .containsExactlyElementsOf(newestFirst.subList(0, PageRequest.MOST));
  }

  @Test
  @DisplayName("TODO-64 the next page begins right behind the last todo of the one before")
  default void goesOnBehind() {
    UserId owner = Specimens.userId();
    List<Todo> newestFirst = addedInTurn(owner, 5).reversed();
    TodoPage first = firstPage(owner, 2);
    TodoPage second = todos().page(owner, new PageRequest(2, first.next()));
    assertThat(second).isEqualTo(new TodoPage(newestFirst.subList(2, 4), true));
    assertThat(todos().page(owner, new PageRequest(2, second.next())))
        .isEqualTo(new TodoPage(newestFirst.subList(4, 5), false));
  }

  @Test
  @DisplayName("TODO-65 a walk through todos of one instant meets each once")
  default void walksThroughTies() {
    UserId owner = Specimens.userId();
    List<Todo> added = addedAtOnce(owner, 9);
    assertThat(walk(owner, 2, _ -> {})).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  @DisplayName("TODO-66 what is added during a walk repeats and hides no other todo")
  default void walksWhileOthersAdd() {
    UserId owner = Specimens.userId();
    List<Todo> before = addedInTurn(owner, 9);
    List<Todo> met =
        walk(
            owner,
            2,
            page -> {
              var _ = added(owner, NOW.plusSeconds(60));
              var _ = added(owner, page.items().getLast().createdAt());
            });
    assertThat(met).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  @DisplayName("TODO-67 what is deleted during a walk repeats and hides no other todo")
  default void walksWhileOthersDelete() {
    UserId owner = Specimens.userId();
    List<Todo> newestFirst = addedInTurn(owner, 9).reversed();
    List<Todo> met = walk(owner, 2, page -> page.items().forEach(it -> deleted(owner, it)));
    assertThat(met).containsExactlyElementsOf(newestFirst);
  }

  @Test
  @DisplayName("TODO-68 a page begins behind where a todo was, though it is deleted")
  default void goesOnBehindDeleted() {
    UserId owner = Specimens.userId();
    List<Todo> newestFirst = addedInTurn(owner, 4).reversed();
    Todo second = newestFirst.get(1);
    deleted(owner, second);
    assertThat(pageBehind(owner, TodoPosition.of(second)).items())
        .containsExactlyElementsOf(newestFirst.subList(2, 4));
  }

  @Test
  @DisplayName("TODO-69 behind a place before everything is everything")
  default void goesOnBehindTheBeginning() {
    UserId owner = Specimens.userId();
    List<Todo> newestFirst = addedInTurn(owner, 3).reversed();
    TodoPosition beginning = new TodoPosition(Moments.LATEST, new TodoId(new UUID(-1, -1)));
    assertThat(pageBehind(owner, beginning).items()).containsExactlyElementsOf(newestFirst);
  }

  @Test
  @DisplayName("TODO-70 behind a place after everything is nothing")
  default void goesOnBehindTheEnd() {
    UserId owner = Specimens.userId();
    var _ = addedInTurn(owner, 3);
    TodoPosition end = new TodoPosition(Moments.EARLIEST, new TodoId(new UUID(0, 0)));
    assertThat(pageBehind(owner, end)).isEqualTo(new TodoPage(List.of(), false));
  }

  @Test
  @DisplayName("TODO-71 another view lists the same")
  default void listsTheSameToOthers() {
    UserId owner = Specimens.userId();
    var _ = addedInTurn(owner, 3);
    PageRequest request = new PageRequest(10, Optional.empty());
    assertThat(anotherView().page(owner, request)).isEqualTo(todos().page(owner, request));
  }

  private TodoPage firstPage(UserId owner, int limit) {
    return todos().page(owner, new PageRequest(limit, Optional.empty()));
  }

  private TodoPage pageBehind(UserId owner, TodoPosition position) {
    return todos().page(owner, new PageRequest(10, Optional.of(position)));
  }

  private List<Todo> walk(UserId owner, int limit, Consumer<TodoPage> between) {
    List<Todo> met = new ArrayList<>();
    TodoPage page = firstPage(owner, limit);
    met.addAll(page.items());
    for (int pages = 1; page.more() && pages < 100; pages++) {
      Optional<TodoPosition> next = page.next();
      between.accept(page);
      page = todos().page(owner, new PageRequest(limit, next));
      met.addAll(page.items());
    }
    return met;
  }

  private Todo added(UserId owner, Instant createdAt) {
    Todo todo = Specimens.todoAt(createdAt);
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    return todo;
  }

  private List<Todo> addedInTurn(UserId owner, int count) {
    return IntStream.range(0, count).mapToObj(it -> added(owner, NOW.plusMillis(it))).toList();
  }

  /** Ids whose first bit is set and not, so that it shows how they are compared. */
  private List<Todo> addedAtOnce(UserId owner, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> {
          UUID random = UUID.randomUUID();
          long sign = number % 2 == 0 ? Long.MIN_VALUE : 0;
          UUID id =
              new UUID(
                  (random.getMostSignificantBits() & Long.MAX_VALUE) | sign,
                  random.getLeastSignificantBits());
          Todo todo = Todo.create(new TodoId(id), TodoContent.of(new Heading("a")), NOW);
          assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
          return todo;
        })
        .toList();
  }

  private void deleted(UserId owner, Todo todo) {
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
  }

  private static String textOf(Todo todo) {
    return todo.id().toString();
  }
}

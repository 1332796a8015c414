package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.BEE;
import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A list can be in several orders, and whoever walks through one meets every todo that stays. */
interface TodosSorting extends TodosSubject {

  @Test
  @DisplayName("TODO-89 a list can have the oldest first, equal ones by id from the smallest")
  default void sortsByAge() {
    UserId owner = Specimens.userId();
    Todo young = Draft.of("a").madeAt(NOW.plusMillis(1)).addedTo(todos(), owner);
    List<Todo> old =
        Stream.generate(() -> Draft.of("a").addedTo(todos(), owner))
            .limit(6)
            .sorted(Comparator.comparing(todo -> todo.id().toString()))
            .toList();
    List<Todo> expected = new ArrayList<>(old);
    expected.add(young);
    assertThat(listed(owner, new TodoOrder(TodoOrder.Key.CREATED_AT, false))).isEqualTo(expected);
  }

  @Test
  @DisplayName("TODO-90 a list can be by the last change, either way")
  default void sortsByChange() {
    UserId owner = Specimens.userId();
    Draft draft = Draft.of("a");
    Todo late =
        draft.madeAt(NOW.minusMillis(9)).changedAt(NOW.plusMillis(2)).addedTo(todos(), owner);
    Todo early = draft.changedAt(NOW.plusMillis(1)).addedTo(todos(), owner);
    Todo latest =
        draft.madeAt(NOW.minusMillis(5)).changedAt(NOW.plusMillis(3)).addedTo(todos(), owner);
    assertBothWays(owner, TodoOrder.Key.UPDATED_AT, List.of(early, late, latest));
  }

  @Test
  @DisplayName("TODO-91 a list can be by due date, either way what is never due comes last")
  default void sortsByDueDate() {
    UserId owner = Specimens.userId();
    Todo never = Draft.of("a").addedTo(todos(), owner);
    Todo later = Draft.of("b").dueAt(NOW.plusMillis(1)).addedTo(todos(), owner);
    Todo sooner = Draft.of("c").dueAt(NOW).addedTo(todos(), owner);
    Todo longAgo = Draft.of("d").dueAt(NOW.minusSeconds(1_000_000_000)).addedTo(todos(), owner);
    assertThat(listed(owner, new TodoOrder(TodoOrder.Key.DUE_AT, false)))
        .containsExactly(longAgo, sooner, later, never);
    assertThat(listed(owner, new TodoOrder(TodoOrder.Key.DUE_AT, true)))
        .containsExactly(later, sooner, longAgo, never);
  }

  @Test
  @DisplayName("TODO-92 a list can be by heading, by code points and without regard to case")
  default void sortsByHeading() {
    UserId owner = Specimens.userId();
    List<Todo> expected =
        Stream.of("1", "B", "b b", "C", "d", "\u00C4", "\u00E4b", "\u0416", "\uFF21", BEE)
            .map(heading -> Draft.of(heading).addedTo(todos(), owner))
            .toList();
    assertBothWays(owner, TodoOrder.Key.HEADING, expected);
  }

  @Test
  @DisplayName("TODO-93 a list can be by priority, low before normal before high")
  default void sortsByPriority() {
    UserId owner = Specimens.userId();
    Todo high = Draft.of("a").priority(Priority.HIGH).addedTo(todos(), owner);
    Todo low = Draft.of("b").priority(Priority.LOW).addedTo(todos(), owner);
    Todo normal = Draft.of("c").priority(Priority.NORMAL).addedTo(todos(), owner);
    assertBothWays(owner, TodoOrder.Key.PRIORITY, List.of(low, normal, high));
  }

  @Test
  @DisplayName("TODO-94 a walk in any other order meets every todo once, in that order")
  default void walksInEveryOrder() {
    UserId owner = Specimens.userId();
    List<Todo> all = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      Draft draft =
          Draft.of(i % 2 == 0 ? "a" : "B")
              .priority(List.of(Priority.LOW, Priority.HIGH, Priority.NORMAL).get(i % 3))
              .madeAt(NOW);
      Draft dated = i % 3 == 0 ? draft : draft.dueAt(NOW.plusSeconds(i % 3));
      all.add(dated.changedAt(NOW.plusSeconds(i % 4)).addedTo(todos(), owner));
    }
    for (TodoOrder.Key key : TodoOrder.Key.values()) {
      for (boolean descending : List.of(false, true)) {
        TodoOrder order = new TodoOrder(key, descending);
        if (order.equals(TodoOrder.NEWEST_FIRST)) {
          continue;
        }
        List<Todo> expected = new ArrayList<>(all);
        expected.sort(Comparator.comparing(order::positionOf, order.comparator()));
        assertThat(walked(owner, order, _ -> {})).as("by " + order).isEqualTo(expected);
      }
    }
  }

  @Test
  @DisplayName(
      "TODO-95 what others add and delete during a walk in any order hides and repeats none")
  default void walksWhileOthersWrite() {
    UserId owner = Specimens.userId();
    List<Todo> before = new ArrayList<>();
    for (char letter = 'a'; letter < 'k'; letter++) {
      before.add(Draft.of("" + letter).addedTo(todos(), owner));
    }
    List<Todo> met =
        walked(
            owner,
            new TodoOrder(TodoOrder.Key.HEADING, false),
            page -> {
              var _ = Draft.of("A").addedTo(todos(), owner);
              var _ = Draft.of("AA").addedTo(todos(), owner);
              assertThat(
                      todos().delete(owner, page.items().getFirst().id(), Precondition.NONE, NOW))
                  .isEqualTo(new Todos.Deleted());
            });
    assertThat(met).isEqualTo(before);
  }

  private void assertBothWays(UserId owner, TodoOrder.Key key, List<Todo> rising) {
    assertThat(listed(owner, new TodoOrder(key, false))).isEqualTo(rising);
    assertThat(listed(owner, new TodoOrder(key, true))).isEqualTo(rising.reversed());
  }

  private List<Todo> listed(UserId owner, TodoOrder order) {
    return page(owner, order, 20, Optional.empty()).items();
  }

  private List<Todo> walked(UserId owner, TodoOrder order, Consumer<TodoPage> between) {
    List<Todo> met = new ArrayList<>();
    TodoPage page = page(owner, order, 2, Optional.empty());
    met.addAll(page.items());
    while (page.more() && met.size() < 50) {
      between.accept(page);
      page = page(owner, order, 2, Optional.of(page));
      met.addAll(page.items());
    }
    return met;
  }

  private TodoPage page(UserId owner, TodoOrder order, int limit, Optional<TodoPage> before) {
    PageRequest request = new PageRequest(limit, before.flatMap(order::next));
    return todos().page(owner, new TodoQuery(TodoFilter.ALL, order), request);
  }
}

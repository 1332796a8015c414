package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A list has what its filter admits, and nothing else. */
interface TodosFiltering extends TodosSubject {

  @Test
  @DisplayName("TODO-83 a list can be of what is completed, or of what is open")
  default void filtersByCompletion() {
    UserId owner = Specimens.userId();
    Todo open = Draft.of("a").addedTo(todos(), owner);
    Todo completed = Draft.of("b").completedAt(NOW).addedTo(todos(), owner);
    assertThat(listed(owner, Filters.completed(true))).containsExactly(completed);
    assertThat(listed(owner, Filters.completed(false))).containsExactly(open);
  }

  @Test
  @DisplayName("TODO-84 a list can be of what has a tag, to the letter and among others")
  default void filtersByTag() {
    UserId owner = Specimens.userId();
    Todo tagged = Draft.of("a").tags("shop", "At \"Home\"", "x").addedTo(todos(), owner);
    Todo punctuated = Draft.of("b").tags("!", "shop").addedTo(todos(), owner);
    var _ = Draft.of("home").tags("at \"home\"", "At", "Home").addedTo(todos(), owner);
    assertThat(listed(owner, Filters.tag("At \"Home\""))).containsExactly(tagged);
    assertThat(listed(owner, Filters.tag("!"))).containsExactly(punctuated);
  }

  @Test
  @DisplayName("TODO-85 a list can be of one priority")
  default void filtersByPriority() {
    UserId owner = Specimens.userId();
    Map<Priority, Todo> todos = new EnumMap<>(Priority.class);
    for (Priority priority : Priority.values()) {
      todos.put(priority, Draft.of("a").priority(priority).addedTo(todos(), owner));
    }
    todos.forEach((priority, todo) ->
        assertThat(listed(owner, Filters.priority(priority))).containsExactly(todo));
  }

  @Test
  @DisplayName("TODO-86 due before an instant is not what is due at it, nor what is never due")
  default void filtersByDueBefore() {
    UserId owner = Specimens.userId();
    Todo before = Draft.of("a").dueAt(NOW.minusMillis(1)).addedTo(todos(), owner);
    var _ = Draft.of("b").dueAt(NOW).addedTo(todos(), owner);
    var _ = Draft.of("c").addedTo(todos(), owner);
    assertThat(listed(owner, Filters.dueBefore(NOW))).containsExactly(before);
  }

  @Test
  @DisplayName("TODO-87 due after an instant is also what is due at it, but not what is never due")
  default void filtersByDueAfter() {
    UserId owner = Specimens.userId();
    Todo at = Draft.of("a").dueAt(NOW).addedTo(todos(), owner);
    var _ = Draft.of("b").dueAt(NOW.minusMillis(1)).addedTo(todos(), owner);
    var _ = Draft.of("c").addedTo(todos(), owner);
    assertThat(listed(owner, Filters.dueAfter(NOW))).containsExactly(at);
  }

  @Test
  @DisplayName("TODO-88 changed since an instant is also what changed at it")
  default void filtersByChange() {
    UserId owner = Specimens.userId();
    Todo at = Draft.of("a").changedAt(NOW.plusSeconds(9)).addedTo(todos(), owner);
    var _ = Draft.of("b").changedAt(NOW.plusSeconds(9).minusMillis(1)).addedTo(todos(), owner);
    assertThat(listed(owner, Filters.updatedSince(NOW.plusSeconds(9)))).containsExactly(at);
  }

  @Test
  @DisplayName("TODO-89 a list can be of what has some words, as a search finds them")
  default void filtersByWords() {
    UserId owner = Specimens.userId();
    Todo found = Draft.of("Buy Bread").tags("Shop").task("and butter").addedTo(todos(), owner);
    var _ = Draft.of("bread").tags("home").task("and butter").addedTo(todos(), owner);
    assertThat(listed(owner, Filters.terms("shop BREAD but"))).containsExactly(found);
  }

  @Test
  @DisplayName("TODO-90 everything that is asked for must hold at once")
  default void filtersByAll() {
    UserId owner = Specimens.userId();
    Draft right =
        Draft.of("buy bread").tags("shop").priority(Priority.HIGH).dueAt(NOW).completedAt(NOW);
    Todo found = right.addedTo(todos(), owner);
    var _ =
        Draft.of("buy")
            .tags("shop")
            .priority(Priority.HIGH)
            .dueAt(NOW)
            .completedAt(NOW)
            .addedTo(todos(), owner);
    var _ = right.tags("home").completedAt(NOW).addedTo(todos(), owner);
    var _ = right.priority(Priority.LOW).completedAt(NOW).addedTo(todos(), owner);
    var _ = right.dueAt(NOW.plusMillis(1)).completedAt(NOW).addedTo(todos(), owner);
    var _ = right.dueAt(NOW.minusMillis(1)).completedAt(NOW).addedTo(todos(), owner);
    var _ = new Draft(right.content(), Optional.empty(), NOW, NOW).addedTo(todos(), owner);
    var _ = right.madeAt(NOW.minusMillis(1)).addedTo(todos(), owner);
    TodoFilter all =
        new TodoFilter(
            Optional.of(true),
            Optional.of(new Tag("shop")),
            Optional.of(Priority.HIGH),
            Optional.of(NOW.plusMillis(1)),
            Optional.of(NOW),
            Optional.of(NOW),
            SearchTerms.of("bread"));
    assertThat(listed(owner, all)).containsExactly(found);
  }

  @Test
  @DisplayName("TODO-91 what a filter admits can be counted, of one owner and alive")
  default void countsFiltered() {
    UserId owner = Specimens.userId();
    var _ = Draft.of("a").completedAt(NOW).addedTo(todos(), Specimens.userId());
    for (int i = 0; i < 3; i++) {
      var _ = Draft.of("a").completedAt(NOW).addedTo(todos(), owner);
    }
    var _ = Draft.of("a").addedTo(todos(), owner);
    assertThat(todos().count(owner, Filters.completed(true)).value()).isEqualTo(3);
    assertThat(todos().deleteCompleted(owner, NOW).count()).isEqualTo(3);
    assertThat(todos().count(owner, Filters.completed(true)).value()).isZero();
    assertThat(todos().count(owner, TodoFilter.ALL).value()).isEqualTo(1);
  }

  @Test
  @DisplayName("TODO-92 a walk through what a filter admits meets each once")
  default void walksFiltered() {
    UserId owner = Specimens.userId();
    List<Todo> expected = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Draft draft = Draft.of("a").madeAt(NOW.plusMillis(i));
      var _ = draft.addedTo(todos(), owner);
      expected.addFirst(draft.tags("x").addedTo(todos(), owner));
    }
    List<Todo> met = new ArrayList<>();
    TodoQuery query = new TodoQuery(Filters.tag("x"), TodoOrder.NEWEST_FIRST);
    TodoPage page = todos().page(owner, query, new PageRequest(2, Optional.empty()));
    met.addAll(page.items());
    while (page.more() && met.size() < 20) {
      page = todos().page(owner, query, new PageRequest(2, query.order().next(page)));
      met.addAll(page.items());
    }
    assertThat(met).isEqualTo(expected);
  }

  private List<Todo> listed(UserId owner, TodoFilter filter) {
    TodoQuery query = new TodoQuery(filter, TodoOrder.NEWEST_FIRST);
    return todos().page(owner, query, new PageRequest(10, Optional.empty())).items();
  }
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.TodoChange.Deletion;
import dev.honeydo.application.port.TodoChange.Upsert;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever reads on and on knows everything that has changed. */
interface TodosChanging extends TodosSubject {

  @Test
  @DisplayName("TODO-116 what is added or changed comes once, as it is now")
  default void tellsOfUpserts() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("a").addedTo(todos(), owner);
    Todo edited = todo.edited(Draft.of("b").task("x").content(), NOW.plusMillis(1));
    assertThat(todos().replace(owner, edited, todo.version())).isEqualTo(new Todos.Replaced());
    assertThat(changes(owner, Optional.empty(), 10).items()).containsExactly(new Upsert(edited));
  }

  @Test
  @DisplayName("TODO-117 what is deleted comes as its id, with when")
  default void tellsOfDeletions() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("a").addedTo(todos(), owner);
    delete(owner, todo);
    assertThat(changes(owner, Optional.empty(), 10).items())
        .containsExactly(new Deletion(todo.id(), NOW));
  }

  @Test
  @DisplayName("TODO-118 what is deleted because it is completed comes, too")
  default void tellsOfClearance() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("a").completedAt(NOW).addedTo(todos(), owner);
    Todos.Changes before = changes(owner, Optional.empty(), 10);
    var _ = todos().deleteCompleted(owner, NOW.plusMillis(7));
    assertThat(changes(owner, Optional.of(before.next()), 10).items())
        .containsExactly(new Deletion(todo.id(), NOW.plusMillis(7)));
  }

  @Test
  @DisplayName("TODO-119 no more come at once than asked for, and the rest behind them")
  default void tellsInParts() {
    UserId owner = Specimens.userId();
    List<TodoChange> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      expected.add(new Upsert(Draft.of("a").addedTo(todos(), owner)));
    }
    List<TodoChange> met = new ArrayList<>();
    Todos.Changes part = changes(owner, Optional.empty(), 2);
    for (int parts = 0; part.more() && parts < 9; parts++) {
      assertThat(part.items()).hasSize(2);
      met.addAll(part.items());
      part = changes(owner, Optional.of(part.next()), 2);
    }
    assertThat(part.items()).hasSize(1);
    met.addAll(part.items());
    assertThat(met).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @DisplayName("TODO-120 no changes are left when exactly as many were asked for as there are")
  default void tellsOfTheEnd() {
    UserId owner = Specimens.userId();
    for (int i = 0; i < 3; i++) {
      var _ = Draft.of("a").addedTo(todos(), owner);
    }
    assertThat(changes(owner, Optional.empty(), 3).more()).isFalse();
  }

  @Test
  @DisplayName("TODO-121 whoever has read everything meets what changes after that, and no more")
  default void goesOnBehindTheLast() {
    UserId owner = Specimens.userId();
    Todo first = Draft.of("a").addedTo(todos(), owner);
    ChangePosition end = changes(owner, Optional.empty(), 10).next();
    assertThat(changes(owner, Optional.of(end), 10).items()).isEmpty();
    end = changes(owner, Optional.of(end), 10).next();
    Todo second = Draft.of("b").madeAt(NOW.plusMillis(5)).addedTo(anotherView(), owner);
    Todo edited = first.edited(Draft.of("c").content(), NOW);
    assertThat(anotherView().replace(owner, edited, first.version()))
        .isEqualTo(new Todos.Replaced());
    assertThat(changes(owner, Optional.of(end), 10).items())
        .containsExactlyInAnyOrder(new Upsert(second), new Upsert(edited));
  }

  @Test
  @DisplayName("TODO-122 nobody's changes but the owner's come")
  default void tellsOfOwnOnly() {
    UserId owner = Specimens.userId();
    var _ = Draft.of("a").addedTo(todos(), Specimens.userId());
    Todos.Changes none = changes(owner, Optional.empty(), 10);
    assertThat(none.items()).isEmpty();
    assertThat(none.more()).isFalse();
    var _ = Draft.of("a").addedTo(todos(), Specimens.userId());
    assertThat(changes(owner, Optional.of(none.next()), 10).items()).isEmpty();
  }

  @Test
  @DisplayName("TODO-123 whoever reads on while many write misses nothing")
  default void missesNothing() {
    int writers = 6;
    UserId owner = Specimens.userId();
    AtomicInteger writing = new AtomicInteger(writers);
    Map<TodoId, TodoChange> known = new HashMap<>();
    List<Optional<ChangePosition>> reached =
        Race.run(
            writers + 1,
            number -> number == 0 ? follow(owner, known, writing) : write(owner, number, writing));
    Optional<ChangePosition> position = reached.getFirst();
    while (true) {
      Todos.Changes part = changes(owner, position, 3);
      note(part, known);
      if (!part.more()) {
        break;
      }
      position = Optional.of(part.next());
    }
    long live = known.values().stream().filter(Upsert.class::isInstance).count();
    assertThat(live).as("live todos that the reader knows").isEqualTo(writers * 6L);
    assertThat(changes(owner, Optional.empty(), 100).items())
        .containsExactlyInAnyOrderElementsOf(known.values());
  }

  private Optional<ChangePosition> follow(
      UserId owner, Map<TodoId, TodoChange> known, AtomicInteger writing) {
    Optional<ChangePosition> position = Optional.empty();
    boolean last;
    do {
      last = writing.get() == 0;
      Todos.Changes part = changes(owner, position, 3);
      note(part, known);
      position = Optional.of(part.next());
    } while (!last);
    return position;
  }

  private Optional<ChangePosition> write(UserId owner, int number, AtomicInteger writing) {
    Todos view = number % 2 == 0 ? todos() : anotherView();
    try {
      for (int i = 0; i < 8; i++) {
        Todo todo = Draft.of("a").addedTo(view, owner);
        if (i % 4 == 3) {
          assertThat(view.delete(owner, todo.id(), Precondition.NONE, NOW))
              .isEqualTo(new Todos.Deleted());
        } else if (i % 2 == 0) {
          Todo edited = todo.edited(Draft.of("b").content(), NOW);
          assertThat(view.replace(owner, edited, todo.version())).isEqualTo(new Todos.Replaced());
        }
      }
    } finally {
      int _ = writing.decrementAndGet();
    }
    return Optional.empty();
  }

  private static void note(Todos.Changes part, Map<TodoId, TodoChange> known) {
    for (TodoChange change : part.items()) {
      switch (change) {
        case Upsert(Todo todo) -> known.put(todo.id(), change);
        case Deletion(TodoId id, _) -> known.put(id, change);
      }
    }
  }

  private Todos.Changes changes(UserId owner, Optional<ChangePosition> since, int limit) {
    Todos.Feed feed = todos().changes(owner, since, limit);
    assertThat(feed).isInstanceOf(Todos.Changes.class);
    return (Todos.Changes) feed;
  }

  private void delete(UserId owner, Todo todo) {
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
  }
}

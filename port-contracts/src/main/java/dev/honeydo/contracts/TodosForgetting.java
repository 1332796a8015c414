package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Deletions are forgotten in the end, and nobody is left to believe that there were none. */
interface TodosForgetting extends TodosSubject {

  @Test
  @DisplayName("TODO-120 what was deleted before an instant is forgotten, what was at it is not")
  default void forgetsBefore() {
    UserId owner = Specimens.userId();
    Instant then = farBack();
    Todo before = deleted(owner, then.minusMillis(1));
    Todo at = deleted(owner, then);
    purgeAll(then);
    assertThat(delete(owner, before)).isEqualTo(new Todos.Missing());
    assertThat(delete(owner, at)).isEqualTo(new Todos.AlreadyDeleted());
  }

  @Test
  @DisplayName("TODO-121 nothing is forgotten that is not deleted, however old")
  default void forgetsNothingLive() {
    UserId owner = Specimens.userId();
    Instant then = farBack();
    Todo old = Draft.of("a").madeAt(then.minusSeconds(9)).addedTo(todos(), owner);
    purgeAll(then);
    assertThat(todos().find(owner, old.id())).contains(old);
  }

  @Test
  @DisplayName("TODO-122 whoever has not read as far as a forgotten deletion is told so")
  default void tellsOfForgotten() {
    UserId owner = Specimens.userId();
    Instant then = farBack();
    Todo todo = Draft.of("a").madeAt(then.minusSeconds(9)).addedTo(todos(), owner);
    ChangePosition position = read(owner, Optional.empty(), 10).next();
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, then.minusMillis(1)))
        .isEqualTo(new Todos.Deleted());
    purgeAll(then);
    assertThat(anotherView().changes(owner, Optional.of(position), 10))
        .isEqualTo(new Todos.Forgotten());
  }

  @Test
  @DisplayName("TODO-123 whoever has read as far goes on")
  default void goesOnBehindForgotten() {
    UserId owner = Specimens.userId();
    Instant then = farBack();
    var _ = deleted(owner, then.minusMillis(1));
    ChangePosition position = read(owner, Optional.empty(), 10).next();
    purgeAll(then);
    var _ = Draft.of("a").addedTo(todos(), owner);
    assertThat(read(owner, Optional.of(position), 10).items()).hasSize(1);
  }

  @Test
  @DisplayName("TODO-124 whoever begins after it was forgotten reads all of the rest, in parts")
  default void beginsBehindForgotten() {
    UserId owner = Specimens.userId();
    Instant then = farBack();
    for (int i = 0; i < 3; i++) {
      var _ = Draft.of("a").addedTo(todos(), owner);
    }
    var _ = read(owner, Optional.empty(), 10);
    var _ = deleted(owner, then.minusMillis(1));
    purgeAll(then);
    int met = 0;
    Optional<ChangePosition> position = Optional.empty();
    for (int parts = 0; parts < 3; parts++) {
      Todos.Changes part = read(owner, position, 1);
      met += part.items().size();
      position = Optional.of(part.next());
    }
    assertThat(met).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "TODO-125 a purge of some tells that there is more, and one of all that there is not")
  default void purgesInParts() {
    UserId owner = Specimens.userId();
    Instant then = farBack();
    for (int i = 0; i < 5; i++) {
      var _ = deleted(owner, then.minusMillis(1));
    }
    assertThat(todos().purge(then, 2)).isEqualTo(new Purge(false));
    assertThat(todos().purge(then, 100)).isEqualTo(new Purge(true));
  }

  /** Before whatever other clauses delete in the same store. */
  private static Instant farBack() {
    return NOW.minus(Duration.ofDays(400));
  }

  private void purgeAll(Instant deletedBefore) {
    int rounds = 0;
    while (!todos().purge(deletedBefore, 10).complete()) {
      assertThat(++rounds).as("rounds of a purge").isLessThan(100);
    }
  }

  private Todo deleted(UserId owner, Instant at) {
    Todo todo = Draft.of("a").madeAt(at.minusSeconds(9)).addedTo(todos(), owner);
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, at))
        .isEqualTo(new Todos.Deleted());
    return todo;
  }

  private Todos.Deletion delete(UserId owner, Todo todo) {
    return todos().delete(owner, todo.id(), Precondition.NONE, NOW);
  }

  private Todos.Changes read(UserId owner, Optional<ChangePosition> since, int limit) {
    Todos.Feed feed = todos().changes(owner, since, limit);
    assertThat(feed).isInstanceOf(Todos.Changes.class);
    return (Todos.Changes) feed;
  }
}

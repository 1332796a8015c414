package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Those who run an installation find out whose a todo is. */
interface TodosOwning extends TodosSubject {

  @Test
  @DisplayName("TODO-136 a todo is its owner's")
  default void findsTheOwner() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("a").addedTo(todos(), owner);
    assertThat(todos().owner(todo.id())).contains(owner);
  }

  @Test
  @DisplayName("TODO-137 a todo is not somebody else's who has others")
  default void tellsOwnersApart() {
    UserId one = Specimens.userId();
    UserId other = Specimens.userId();
    Todo ones = Draft.of("a").addedTo(todos(), one);
    Todo others = Draft.of("a").addedTo(todos(), other);
    assertThat(todos().owner(ones.id())).contains(one);
    assertThat(todos().owner(others.id())).contains(other);
  }

  @Test
  @DisplayName("TODO-138 a todo that nobody has is nobody's")
  default void findsNobody() {
    var _ = Draft.of("a").addedTo(todos(), Specimens.userId());
    assertThat(todos().owner(Specimens.todoId())).isEmpty();
  }

  @Test
  @DisplayName("TODO-139 a deleted todo is still its owner's")
  default void findsTheOwnerOfTheDeleted() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("a").addedTo(todos(), owner);
    var _ = todos().delete(owner, todo.id(), Precondition.NONE, NOW);
    assertThat(todos().owner(todo.id())).contains(owner);
  }

  @Test
  @DisplayName("TODO-140 a todo of which it is forgotten that it was deleted is nobody's")
  default void findsNobodyOnceForgotten() {
    UserId owner = Specimens.userId();
    Instant then = NOW.minus(Duration.ofDays(500));
    Todo todo = Draft.of("a").madeAt(then.minusSeconds(9)).addedTo(todos(), owner);
    var _ = todos().delete(owner, todo.id(), Precondition.NONE, then.minusMillis(1));
    assertThat(todos().purge(then, 100).complete()).isTrue();
    assertThat(todos().owner(todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-141 the todos of whom all was removed are nobody's, deleted ones neither")
  default void findsNobodyOnceAllIsRemoved() {
    UserId owner = Specimens.userId();
    Todo kept = Draft.of("a").addedTo(todos(), owner);
    Todo deleted = Draft.of("b").addedTo(todos(), owner);
    var _ = todos().delete(owner, deleted.id(), Precondition.NONE, NOW);
    var _ = todos().deleteAll(owner);
    assertThat(todos().owner(kept.id())).isEmpty();
    assertThat(todos().owner(deleted.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-142 another view knows at once whose a todo is")
  default void findsTheOwnerElsewhere() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("a").addedTo(todos(), owner);
    assertThat(anotherView().owner(todo.id())).contains(owner);
  }
}

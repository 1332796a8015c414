package dev.honeydo.application.todo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeleteTodoTest {
  private static final Precondition FIRST = Precondition.oneOf(Set.of(Version.FIRST));
  private static final Precondition SECOND = Precondition.oneOf(Set.of(new Version(2)));

  private final Installation here = new Installation();
  private final UserId ada = Specimens.userId();
  private final Todo todo = added();

  @Test
  void whatIsDeletedIsGone() {
    assertThat(delete(ada, todo.id(), Precondition.NONE)).isEqualTo(new DeleteTodo.Deleted());
    assertThat(here.todoQueries.find(ada, todo.id())).isEmpty();
  }

  @Test
  void itIsDeletedAsOfNow() {
    List<Object> asked = new ArrayList<>();
    Todos todos =
        Meanwhile.watched(
            Todos.class, here.todos, "delete", arguments -> asked.addAll(List.of(arguments)));
    here.clock.elapse(Duration.ofSeconds(1));
    assertThat(
            new DeleteTodo(todos, here.clock).handle(new DeleteTodo.Command(ada, todo.id(), FIRST)))
        .isEqualTo(new DeleteTodo.Deleted());
    assertThat(asked).containsExactly(ada, todo.id(), FIRST, here.clock.instant());
  }

  @Test
  void deletingAgainDoesNoHarm() {
    assertThat(delete(ada, todo.id(), Precondition.NONE)).isEqualTo(new DeleteTodo.Deleted());
    assertThat(delete(ada, todo.id(), Precondition.NONE)).isEqualTo(new DeleteTodo.Deleted());
  }

  @Test
  void manyAtOnceAreAllToldThatItIsGone() {
    assertThat(Race.run(_ -> delete(ada, todo.id(), Precondition.NONE)))
        .containsOnly(new DeleteTodo.Deleted());
  }

  @Test
  void theVersionAskedForIsDeleted() {
    assertThat(delete(ada, todo.id(), FIRST)).isEqualTo(new DeleteTodo.Deleted());
  }

  @Test
  void anotherVersionThanTheOneAskedForIsToldAndKept() {
    assertThat(delete(ada, todo.id(), SECOND))
        .isEqualTo(new DeleteTodo.VersionMismatch(Optional.of(Version.FIRST)));
    assertThat(here.todoQueries.find(ada, todo.id())).contains(todo);
  }

  @Test
  void whatIsGoneHasNoVersionThatCouldBeAskedFor() {
    assertThat(delete(ada, todo.id(), Precondition.NONE)).isEqualTo(new DeleteTodo.Deleted());
    assertThat(delete(ada, todo.id(), FIRST))
        .isEqualTo(new DeleteTodo.VersionMismatch(Optional.empty()));
  }

  @Test
  void whatWasNeverThereIsNotFound() {
    assertThat(delete(ada, Specimens.todoId(), Precondition.NONE))
        .isEqualTo(new DeleteTodo.NotFound());
  }

  @Test
  void somebodyElsesIsNotFoundWhateverThePrecondition() {
    UserId stranger = Specimens.userId();
    assertThat(delete(stranger, todo.id(), Precondition.NONE)).isEqualTo(new DeleteTodo.NotFound());
    assertThat(delete(stranger, todo.id(), SECOND)).isEqualTo(new DeleteTodo.NotFound());
    assertThat(here.todoQueries.find(ada, todo.id())).contains(todo);
  }

  private DeleteTodo.Outcome delete(UserId owner, TodoId id, Precondition precondition) {
    return here.deleteTodo.handle(new DeleteTodo.Command(owner, id, precondition));
  }

  private Todo added() {
    Todo added = Specimens.todo();
    assertThat(here.todos.add(ada, added)).isEqualTo(new Todos.Added());
    return added;
  }
}

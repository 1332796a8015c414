package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is deleted is gone, and that it was there is remembered. */
interface TodosDeleting extends TodosSubject {

  @Test
  @DisplayName("TODO-33 a deleted todo is not found")
  default void deletes() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.Deleted());
    assertThat(todos().find(owner, todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-34 a deleted todo is in no list")
  default void deletesFromLists() {
    UserId owner = Specimens.userId();
    Todo kept = added(owner);
    assertThat(delete(owner, added(owner).id())).isEqualTo(new Todos.Deleted());
    assertThat(todos().page(owner, new PageRequest(10, Optional.empty())).items())
        .containsExactly(kept);
  }

  @Test
  @DisplayName("TODO-35 another view sees at once that a todo was deleted")
  default void showsDeletedToOthers() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    var _ = anotherView().find(owner, todo.id());
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.Deleted());
    assertThat(anotherView().find(owner, todo.id())).isEmpty();
    assertThat(anotherView().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.AlreadyDeleted());
  }

  @Test
  @DisplayName("TODO-36 a todo that its owner deleted before is already deleted")
  default void remembersDeletion() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.Deleted());
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.AlreadyDeleted());
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.AlreadyDeleted());
  }

  @Test
  @DisplayName("TODO-37 it is already deleted whatever the precondition")
  default void remembersDeletionWhateverIsAsked() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.Deleted());
    for (Set<Version> versions :
        List.<Set<Version>>of(Set.of(), Set.of(todo.version()), Set.of(new Version(7)))) {
      assertThat(delete(owner, todo.id(), Precondition.oneOf(versions)))
          .isEqualTo(new Todos.AlreadyDeleted());
    }
  }

  @Test
  @DisplayName("TODO-38 a todo at any of the versions that the precondition names is deleted")
  default void deletesAtNamedVersion() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    Set<Version> versions = Set.of(new Version(7), todo.version(), new Version(1L << 53));
    assertThat(delete(owner, todo.id(), Precondition.oneOf(versions)))
        .isEqualTo(new Todos.Deleted());
    assertThat(todos().find(owner, todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-39 a todo at none of them stays, and the answer tells its version")
  default void refusesOtherVersions() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    Set<Version> versions = Set.of(new Version(2), new Version(7));
    assertThat(delete(owner, todo.id(), Precondition.oneOf(versions)))
        .isEqualTo(new Todos.Stale(todo.version()));
    assertThat(todos().find(owner, todo.id())).contains(todo);
  }

  @Test
  @DisplayName("TODO-40 a precondition that names no version at all is met by none")
  default void refusesEveryVersion() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(delete(owner, todo.id(), Precondition.oneOf(Set.of())))
        .isEqualTo(new Todos.Stale(todo.version()));
    assertThat(todos().find(owner, todo.id())).contains(todo);
  }

  @Test
  @DisplayName("TODO-41 what was never added is missing, not deleted")
  default void deletesNothingUnknown() {
    UserId owner = Specimens.userId();
    TodoId unknown = Specimens.todoId();
    assertThat(delete(owner, unknown)).isEqualTo(new Todos.Missing());
    assertThat(delete(owner, unknown)).isEqualTo(new Todos.Missing());
  }

  @Test
  @DisplayName("TODO-42 what was never added is missing whatever the precondition")
  default void deletesNothingUnknownWhateverIsAsked() {
    UserId owner = Specimens.userId();
    assertThat(delete(owner, Specimens.todoId(), Precondition.oneOf(Set.of(Version.FIRST))))
        .isEqualTo(new Todos.Missing());
  }

  @Test
  @DisplayName("TODO-43 somebody else's todo is missing, and stays")
  default void deletesNothingOfOthers() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(delete(Specimens.userId(), todo.id())).isEqualTo(new Todos.Missing());
    assertThat(todos().find(owner, todo.id())).contains(todo);
  }

  @Test
  @DisplayName("TODO-44 a todo that somebody else deleted is missing")
  default void remembersDeletionForItsOwner() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(delete(owner, todo.id())).isEqualTo(new Todos.Deleted());
    assertThat(delete(Specimens.userId(), todo.id())).isEqualTo(new Todos.Missing());
  }

  @Test
  @DisplayName("TODO-45 of many that delete one todo at once exactly one does")
  default void deletesOnce() {
    Todos other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          Todo todo = added(owner);
          List<Todos.Deletion> results =
              Race.run(number ->
                  (number % 2 == 0 ? todos() : other)
                      .delete(owner, todo.id(), Precondition.NONE, NOW));
          assertThat(results).filteredOn(Todos.Deleted.class::isInstance).hasSize(1);
          assertThat(results)
              .filteredOn(Todos.AlreadyDeleted.class::isInstance)
              .hasSize(Race.CONTENDERS - 1);
        });
  }

  @Test
  @DisplayName("TODO-46 of a change and a deletion that build on one version exactly one is kept")
  default void deletesOrReplaces() {
    Todos other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          Todo todo = added(owner);
          Todo edited = todo.edited(TodoContent.of(new Heading("new")), NOW);
          Precondition unchanged = Precondition.oneOf(Set.of(todo.version()));
          List<Boolean> kept =
              Race.run(
                  2,
                  number ->
                      number == 0
                          ? delete(owner, todo.id(), unchanged) instanceof Todos.Deleted
                          : other.replace(owner, edited, todo.version()) instanceof Todos.Replaced);
          assertThat(kept).containsExactlyInAnyOrder(true, false);
          assertThat(todos().find(owner, todo.id()))
              .isEqualTo(kept.getFirst() ? Optional.empty() : Optional.of(edited));
        });
  }

  @Test
  @DisplayName("TODO-47 deleting everything leaves the owner nothing")
  default void deletesAll() {
    UserId owner = Specimens.userId();
    Todo one = added(owner);
    Todo two = added(owner);
    var _ = todos().deleteAll(owner);
    assertThat(todos().find(owner, one.id())).isEmpty();
    assertThat(todos().find(owner, two.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-48 deleting everything counts what had not been deleted before")
  default void countsDeletedAll() {
    UserId owner = Specimens.userId();
    Todo one = added(owner);
    var _ = added(owner);
    var _ = added(owner);
    assertThat(delete(owner, one.id())).isEqualTo(new Todos.Deleted());
    assertThat(todos().deleteAll(owner)).isEqualTo(new Todos.Clearance(2));
  }

  @Test
  @DisplayName("TODO-49 deleting everything of somebody who has nothing counts nothing")
  default void countsNothing() {
    assertThat(todos().deleteAll(Specimens.userId())).isEqualTo(new Todos.Clearance(0));
  }

  @Test
  @DisplayName("TODO-50 deleting everything forgets what had been deleted before")
  default void forgetsDeletions() {
    UserId owner = Specimens.userId();
    Todo one = added(owner);
    assertThat(delete(owner, one.id())).isEqualTo(new Todos.Deleted());
    var _ = todos().deleteAll(owner);
    assertThat(delete(owner, one.id())).isEqualTo(new Todos.Missing());
  }

  @Test
  @DisplayName("TODO-51 deleting everything leaves the todos of others alone")
  default void deletesAllOfOneOwner() {
    UserId owner = Specimens.userId();
    UserId other = Specimens.userId();
    var _ = added(owner);
    Todo kept = added(other);
    var _ = todos().deleteAll(owner);
    assertThat(todos().find(other, kept.id())).contains(kept);
  }

  @Test
  @DisplayName("TODO-52 deleting everything leaves what others deleted already deleted")
  default void forgetsDeletionsOfOneOwner() {
    UserId owner = Specimens.userId();
    UserId other = Specimens.userId();
    var _ = added(owner);
    Todo todo = added(other);
    assertThat(delete(other, todo.id())).isEqualTo(new Todos.Deleted());
    var _ = todos().deleteAll(owner);
    assertThat(delete(other, todo.id())).isEqualTo(new Todos.AlreadyDeleted());
  }

  private Todos.Deletion delete(UserId owner, TodoId id) {
    return delete(owner, id, Precondition.NONE);
  }

  private Todos.Deletion delete(UserId owner, TodoId id, Precondition precondition) {
    return todos().delete(owner, id, precondition, NOW);
  }

  private Todo added(UserId owner) {
    Todo todo = Specimens.todo();
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    return todo;
  }
}

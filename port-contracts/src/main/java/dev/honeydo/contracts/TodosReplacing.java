package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A change is kept if it builds on the version that is there, and only then. */
interface TodosReplacing extends TodosSubject {

  @Test
  @DisplayName("TODO-21 a replaced todo is found as given")
  default void replaces() {
    UserId owner = Specimens.userId();
    Todo first = added(owner);
    Todo second = first.edited(Specimens.fullContent(), NOW.plusMillis(1));
    assertThat(todos().replace(owner, second, first.version())).isEqualTo(new Todos.Replaced());
    assertThat(todos().find(owner, first.id())).contains(second);
  }

  @Test
  @DisplayName("TODO-22 replacing can take away what is optional")
  default void replacesByLess() {
    UserId owner = Specimens.userId();
    Todo full = Specimens.todo(Specimens.fullContent());
    assertThat(todos().add(owner, full)).isEqualTo(new Todos.Added());
    Todo bare = full.edited(TodoContent.of(new Heading("a")), NOW.plusMillis(1));
    assertThat(todos().replace(owner, bare, full.version())).isEqualTo(new Todos.Replaced());
    assertThat(todos().find(owner, full.id())).contains(bare);
  }

  @Test
  @DisplayName("TODO-23 another view finds what was replaced at once")
  default void showsReplacedToOthers() {
    UserId owner = Specimens.userId();
    Todo first = added(owner);
    var _ = anotherView().find(owner, first.id());
    Todo second = edited(first, "second");
    assertThat(todos().replace(owner, second, first.version())).isEqualTo(new Todos.Replaced());
    assertThat(anotherView().find(owner, first.id())).contains(second);
  }

  @Test
  @DisplayName("TODO-24 who builds on an old version is told the current one")
  default void tellsCurrentVersion() {
    UserId owner = Specimens.userId();
    Todo third = addedAt(owner, new Version(3));
    assertThat(todos().replace(owner, edited(third, "late"), new Version(1)))
        .isEqualTo(new Todos.Stale(new Version(3)));
  }

  @Test
  @DisplayName("TODO-25 who builds on an old version changes nothing")
  default void keepsNothingStale() {
    UserId owner = Specimens.userId();
    Todo third = addedAt(owner, new Version(3));
    var _ = todos().replace(owner, edited(third, "late"), new Version(2));
    assertThat(todos().find(owner, third.id())).contains(third);
  }

  @Test
  @DisplayName("TODO-26 who builds on a version still to come changes nothing either")
  default void refusesVersionsToCome() {
    UserId owner = Specimens.userId();
    Todo third = addedAt(owner, new Version(3));
    assertThat(todos().replace(owner, edited(third, "early"), new Version(4)))
        .isEqualTo(new Todos.Stale(new Version(3)));
    assertThat(todos().find(owner, third.id())).contains(third);
  }

  @Test
  @DisplayName("TODO-27 what was never added cannot be replaced, nor is it added so")
  default void replacesNothingUnknown() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertThat(todos().replace(owner, todo, Version.FIRST)).isEqualTo(new Todos.Missing());
    assertThat(todos().find(owner, todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-28 somebody else's todo cannot be replaced")
  default void replacesNothingOfOthers() {
    UserId owner = Specimens.userId();
    UserId stranger = Specimens.userId();
    Todo todo = added(owner);
    assertThat(todos().replace(stranger, edited(todo, "mine"), todo.version()))
        .isEqualTo(new Todos.Missing());
    assertThat(todos().find(owner, todo.id())).contains(todo);
    assertThat(todos().find(stranger, todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-29 a deleted todo cannot be replaced, and stays deleted")
  default void replacesNothingDeleted() {
    UserId owner = Specimens.userId();
    Todo todo = added(owner);
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
    assertThat(todos().replace(owner, edited(todo, "late"), todo.version()))
        .isEqualTo(new Todos.Missing());
    assertThat(todos().find(owner, todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-78 a deleted todo cannot be replaced at the version of its deletion either")
  default void replacesNoTombstone() {
    UserId owner = Specimens.userId();
    Todo todo = addedAt(owner, new Version(3));
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
    for (long version : new long[] {1, 2, 4, 5}) {
      assertThat(todos().replace(owner, edited(todo, "late"), new Version(version)))
          .as("at %d", version)
          .isEqualTo(new Todos.Missing());
    }
    assertThat(todos().find(owner, todo.id())).isEmpty();
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.AlreadyDeleted());
  }

  @Test
  @DisplayName("TODO-30 replacing one todo leaves the owner's others as they are")
  default void leavesOthersAlone() {
    UserId owner = Specimens.userId();
    Todo one = added(owner);
    Todo other = added(owner);
    assertThat(todos().replace(owner, edited(one, "new"), one.version()))
        .isEqualTo(new Todos.Replaced());
    assertThat(todos().find(owner, other.id())).contains(other);
  }

  @Test
  @DisplayName("TODO-31 of many that build on one version at once exactly one is kept")
  default void keepsOneOfMany() {
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          Todo first = added(owner);
          List<Todos.Replacement> results = raceToReplace(owner, first);
          assertThat(results).filteredOn(Todos.Replaced.class::isInstance).hasSize(1);
        });
  }

  @Test
  @DisplayName("TODO-32 those who lose such a race are told the winner's version")
  default void tellsLosers() {
    UserId owner = Specimens.userId();
    Todo first = added(owner);
    assertThat(raceToReplace(owner, first))
        .filteredOn(result -> !(result instanceof Todos.Replaced))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).isEqualTo(new Todos.Stale(first.version().next())));
  }

  private List<Todos.Replacement> raceToReplace(UserId owner, Todo first) {
    Todos other = anotherView();
    return Race.run(number -> {
      Todos view = number % 2 == 0 ? todos() : other;
      return view.replace(owner, edited(first, "by " + number), first.version());
    });
  }

  private Todo added(UserId owner) {
    return addedAt(owner, Version.FIRST);
  }

  private Todo addedAt(UserId owner, Version version) {
    Todo made = Specimens.todo();
    Todo todo =
        new Todo(
            made.id(),
            made.content(),
            made.completedAt(),
            made.createdAt(),
            made.updatedAt(),
            version);
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    return todo;
  }

  private static Todo edited(Todo todo, String heading) {
    return todo.edited(TodoContent.of(new Heading(heading)), NOW.plusMillis(1));
  }
}

package dev.honeydo.application.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EditTodoTest {
  private static final Precondition FIRST = Precondition.oneOf(Set.of(Version.FIRST));

  private final Installation here = new Installation();
  private final UserId ada = Specimens.userId();
  private final Todo todo = added();

  @Test
  void anEditIsKept() {
    here.clock.elapse(Duration.ofSeconds(1));
    Todo edited = todo.edited(Specimens.fullContent(), here.clock.instant());
    assertThat(edit(Precondition.NONE, _ -> Specimens.fullContent()))
        .isEqualTo(new EditTodo.Edited(edited));
    assertThat(here.todoQueries.find(ada, todo.id())).contains(edited);
    assertThat(edited.version()).isEqualTo(new Version(2));
    assertThat(edited.completedAt()).contains(here.clock.instant());
  }

  @Test
  void anEditThatChangesNothingKeepsTheVersion() {
    here.clock.elapse(Duration.ofSeconds(1));
    assertThat(edit(Precondition.NONE, it -> it)).isEqualTo(new EditTodo.Edited(todo));
    assertThat(here.todoQueries.find(ada, todo.id())).contains(todo);
  }

  @Test
  void anEditThatChangesNothingWritesNothing() {
    Todos unwritten =
        Meanwhile.before(Todos.class, here.todos, "replace", () -> fail("it was written"));
    assertThat(
            new EditTodo(unwritten, here.clock)
                .handle(new EditTodo.Command(ada, todo.id(), Precondition.NONE, it -> it)))
        .isEqualTo(new EditTodo.Edited(todo));
  }

  @Test
  void theVersionAskedForIsEdited() {
    assertThat(edit(FIRST, headed("new"))).isInstanceOf(EditTodo.Edited.class);
  }

  @Test
  void anotherVersionThanTheOneAskedForIsToldAndKept() {
    assertThat(edit(FIRST, headed("new"))).isInstanceOf(EditTodo.Edited.class);
    assertThat(edit(FIRST, headed("newer")))
        .isEqualTo(new EditTodo.VersionMismatch(new Version(2)));
    assertThat(here.todoQueries.find(ada, todo.id()).map(it -> it.content().heading()))
        .contains(new Heading("new"));
  }

  @Test
  void aMismatchIsToldEvenWhereNothingWouldChange() {
    assertThat(edit(Precondition.oneOf(Set.of()), it -> it))
        .isEqualTo(new EditTodo.VersionMismatch(Version.FIRST));
  }

  @Test
  void whatWasNeverThereIsNotFound() {
    assertThat(edit(ada, Specimens.todoId(), Precondition.NONE, headed("new")))
        .isEqualTo(new EditTodo.NotFound());
  }

  @Test
  void somebodyElsesIsNotFoundWhateverThePrecondition() {
    UserId stranger = Specimens.userId();
    assertThat(edit(stranger, todo.id(), Precondition.NONE, headed("mine")))
        .isEqualTo(new EditTodo.NotFound());
    assertThat(edit(stranger, todo.id(), Precondition.oneOf(Set.of()), headed("mine")))
        .isEqualTo(new EditTodo.NotFound());
    assertThat(here.todoQueries.find(ada, todo.id())).contains(todo);
  }

  @Test
  void whatIsDeletedMeanwhileIsNotFound() {
    UnaryOperator<TodoContent> deleting =
        content -> {
          var _ = here.todos.delete(ada, todo.id(), Precondition.NONE, here.clock.instant());
          return headed("late").apply(content);
        };
    assertThat(edit(Precondition.NONE, deleting)).isEqualTo(new EditTodo.NotFound());
    assertThat(here.todoQueries.find(ada, todo.id())).isEmpty();
  }

  @Test
  void whatIsEditedMeanwhileIsNoLongerTheVersionAskedFor() {
    UnaryOperator<TodoContent> interrupted =
        content -> {
          if (content.equals(todo.content())) {
            assertThat(edit(FIRST, headed("first"))).isInstanceOf(EditTodo.Edited.class);
          }
          return headed("late").apply(content);
        };
    assertThat(edit(FIRST, interrupted)).isEqualTo(new EditTodo.VersionMismatch(new Version(2)));
  }

  @Test
  void ofManyEditsAtOnceNoneIsLost() {
    List<EditTodo.Outcome> outcomes =
        Race.run(32, number -> edit(Precondition.NONE, appending("<" + number + ">")));
    assertThat(outcomes).allSatisfy(it -> assertThat(it).isInstanceOf(EditTodo.Edited.class));
    Todo last = here.todoQueries.find(ada, todo.id()).orElseThrow();
    assertThat(last.version()).isEqualTo(new Version(33));
    assertThat(last.content().task().value())
        .contains(IntStream.range(0, 32).mapToObj(it -> "<" + it + ">").toList());
  }

  @Test
  void ofManyEditsOfOneVersionOneIsKept() {
    assertThat(Race.run(number -> edit(FIRST, appending("<" + number + ">"))))
        .filteredOn(EditTodo.Edited.class::isInstance)
        .hasSize(1);
  }

  private Todo added() {
    Todo added = Specimens.todo();
    assertThat(here.todos.add(ada, added)).isEqualTo(new Todos.Added());
    return added;
  }

  private EditTodo.Outcome edit(Precondition precondition, UnaryOperator<TodoContent> edit) {
    return edit(ada, todo.id(), precondition, edit);
  }

  private EditTodo.Outcome edit(
      UserId owner, TodoId id, Precondition precondition, UnaryOperator<TodoContent> edit) {
    return here.editTodo.handle(new EditTodo.Command(owner, id, precondition, edit));
  }

  private static UnaryOperator<TodoContent> headed(String heading) {
    return it -> with(it, new Heading(heading), it.task());
  }

  private static UnaryOperator<TodoContent> appending(String text) {
    return it -> with(it, it.heading(), new Task(it.task().value() + text));
  }

  private static TodoContent with(TodoContent it, Heading heading, Task task) {
    return new TodoContent(heading, task, it.completed(), it.priority(), it.dueAt(), it.tags());
  }
}

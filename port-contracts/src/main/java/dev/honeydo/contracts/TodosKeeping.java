package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.BEE;
import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is added is found, to the letter, and by its owner alone. */
interface TodosKeeping extends TodosSubject {

  @Test
  @DisplayName("TODO-1 a todo is found as it was added")
  default void keepsTodo() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    assertThat(todos().find(owner, todo.id())).contains(todo);
  }

  @Test
  @DisplayName("TODO-2 a heading keeps 200 code points beyond the basic plane")
  default void keepsLongestHeading() {
    assertKept(Specimens.todo(TodoContent.of(new Heading(BEE.repeat(200)))));
  }

  @Test
  @DisplayName("TODO-3 a task keeps 10 000 code points beyond the basic plane")
  default void keepsLongestTask() {
    assertKept(withTask(BEE.repeat(10_000)));
  }

  @Test
  @DisplayName("TODO-4 a task keeps its white space and its line breaks")
  default void keepsWhiteSpace() {
    assertKept(withTask(" \t one\r\ntwo\rthree\n\n \u00A0\u3000"));
  }

  @Test
  @DisplayName("TODO-5 text keeps its code points, composed or not, in every script")
  default void keepsUnicode() {
    assertKept(withTask(Specimens.UNICODE + " \u212B \uFEFF \u202E"));
  }

  @Test
  @DisplayName("TODO-6 text that means something to a query language is just text")
  default void keepsSyntax() {
    TodoContent content = Specimens.fullContent();
    assertKept(
        Specimens.todo(
            new TodoContent(
                new Heading(Specimens.SYNTAX),
                new Task(Specimens.SYNTAX),
                false,
                content.priority(),
                content.dueAt(),
                new Tags(List.of(new Tag("a,b"), new Tag("[\"$x\"]"), new Tag("'a'"))))));
  }

  @Test
  @DisplayName("TODO-7 twenty tags of 50 code points keep their order")
  default void keepsTagsInOrder() {
    List<Tag> tags =
        new ArrayList<>(
            IntStream.range(0, Tags.MOST)
                .map(number -> Tags.MOST - number)
                .mapToObj(number -> new Tag(number % 10 + BEE.repeat(48) + (number / 10)))
                .toList());
    assertKept(withTags(tags));
  }

  @Test
  @DisplayName("TODO-8 tags that differ in case or in composition only are different tags")
  default void keepsSimilarTagsApart() {
    assertKept(
        withTags(List.of(new Tag("home"), new Tag("Home"), new Tag("\u00E9"), new Tag("e\u0301"))));
  }

  @Test
  @DisplayName("TODO-9 every priority is kept")
  default void keepsEveryPriority() {
    for (Priority priority : Priority.values()) {
      TodoContent full = Specimens.fullContent();
      assertKept(
          Specimens.todo(
              new TodoContent(
                  full.heading(),
                  full.task(),
                  full.completed(),
                  priority,
                  full.dueAt(),
                  full.tags())));
    }
  }

  @Test
  @DisplayName("TODO-10 a completed todo keeps when it was completed, to the millisecond")
  default void keepsCompletion() {
    Instant completedAt = Instant.parse("2026-11-20T20:07:03.001Z");
    assertKept(
        new Todo(
            Specimens.todoId(),
            Specimens.fullContent(),
            Optional.of(completedAt),
            Instant.parse("2026-11-20T20:07:04Z"),
            Instant.parse("2026-11-20T20:07:04Z"),
            new Version(3)));
  }

  @Test
  @DisplayName("TODO-11 when it was made and when it was changed are two instants")
  default void keepsBothInstants() {
    assertKept(
        new Todo(
            Specimens.todoId(),
            TodoContent.of(new Heading("a")),
            Optional.empty(),
            Instant.parse("2026-11-01T00:00:00.007Z"),
            Instant.parse("2026-11-20T20:07:03.120Z"),
            new Version(2)));
  }

  @Test
  @DisplayName("TODO-12 a due date before 1970 keeps its millisecond")
  default void keepsDueDateBeforeTheEpoch() {
    assertKept(dueAt(Instant.parse("1969-12-31T23:59:59.999Z")));
  }

  @Test
  @DisplayName("TODO-13 a due date can be the first instant of year 0")
  default void keepsEarliestDueDate() {
    assertKept(dueAt(Moments.EARLIEST));
  }

  @Test
  @DisplayName("TODO-14 a due date can be the last millisecond of year 9999")
  default void keepsLatestDueDate() {
    assertKept(dueAt(Moments.LATEST));
  }

  @Test
  @DisplayName("TODO-15 a due date of 1970-01-01T00:00:00Z is a due date")
  default void keepsDueDateAtTheEpoch() {
    assertKept(dueAt(Instant.EPOCH));
  }

  @Test
  @DisplayName("TODO-16 a version is kept beyond what a double can hold")
  default void keepsLargeVersion() {
    assertKept(
        new Todo(
            Specimens.todoId(),
            TodoContent.of(new Heading("a")),
            Optional.empty(),
            NOW,
            NOW,
            new Version((1L << 53) + 1)));
  }

  @Test
  @DisplayName("TODO-17 an id that nobody used finds nothing")
  default void findsNothingUnknown() {
    UserId owner = Specimens.userId();
    assertAdded(owner, Specimens.todo());
    assertThat(todos().find(owner, Specimens.todoId())).isEmpty();
  }

  @Test
  @DisplayName("TODO-18 somebody else's todo is not found")
  default void findsNothingOfOthers() {
    Todo todo = Specimens.todo();
    assertAdded(Specimens.userId(), todo);
    assertThat(todos().find(Specimens.userId(), todo.id())).isEmpty();
  }

  @Test
  @DisplayName("TODO-19 another view finds what was added at once")
  default void showsAddedToOthers() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertAdded(owner, todo);
    assertThat(anotherView().find(owner, todo.id())).contains(todo);
  }

  @Test
  @DisplayName("TODO-20 of many that are added at once none is lost")
  default void keepsAllAddedAtOnce() {
    Todos other = anotherView();
    UserId owner = Specimens.userId();
    List<Todo> added =
        Race.run(number -> {
          Todo todo = Specimens.todo();
          assertThat((number % 2 == 0 ? todos() : other).add(owner, todo))
              .isEqualTo(new Todos.Added());
          return todo;
        });
    assertThat(added).allSatisfy(todo -> assertThat(todos().find(owner, todo.id())).contains(todo));
  }

  @Test
  @DisplayName("TODO-79 who adds an id again is told the todo as it is now, and changes nothing")
  default void tellsWhatExists() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo(Specimens.fullContent());
    assertAdded(owner, todo);
    Todo again = Todo.create(todo.id(), TodoContent.of(new Heading("again")), NOW.plusSeconds(9));
    assertThat(todos().add(owner, again)).isEqualTo(new Todos.Exists(Optional.of(todo)));
    assertThat(anotherView().add(owner, todo)).isEqualTo(new Todos.Exists(Optional.of(todo)));
    assertThat(todos().find(owner, todo.id())).contains(todo);
  }

  @Test
  @DisplayName("TODO-80 who adds the id of a todo that was replaced is told what it is now")
  default void tellsWhatWasReplaced() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertAdded(owner, todo);
    Todo next =
        new Todo(
            todo.id(),
            TodoContent.of(new Heading("b")),
            Optional.empty(),
            NOW,
            NOW,
            new Version(2));
    assertThat(todos().replace(owner, next, todo.version())).isEqualTo(new Todos.Replaced());
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Exists(Optional.of(next)));
  }

  @Test
  @DisplayName(
      "TODO-81 who adds the id of a todo that was deleted is told so, and it stays deleted")
  default void tellsWhatWasDeleted() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertAdded(owner, todo);
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Exists(Optional.empty()));
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Exists(Optional.empty()));
  }

  @Test
  @DisplayName(
      "TODO-82 of many that add one id at once exactly one does, the others are told of it")
  default void addsOnceInRace() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    List<Todos.Addition> all =
        Race.run(number -> (number % 2 == 0 ? todos() : anotherView()).add(owner, todo));
    assertThat(all).filteredOn(Todos.Added.class::isInstance).hasSize(1);
    assertThat(all)
        .filteredOn(it -> !(it instanceof Todos.Added))
        .containsOnly(new Todos.Exists(Optional.of(todo)));
  }

  private void assertAdded(UserId owner, Todo todo) {
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
  }

  private void assertKept(Todo todo) {
    UserId owner = Specimens.userId();
    assertAdded(owner, todo);
    TodoId id = todo.id();
    assertThat(todos().find(owner, id)).contains(todo);
  }

  private static Todo withTask(String task) {
    return Specimens.todo(
        new TodoContent(
            new Heading("a"), new Task(task), false, Priority.NORMAL, Optional.empty(), Tags.NONE));
  }

  private static Todo withTags(List<Tag> tags) {
    return Specimens.todo(
        new TodoContent(
            new Heading("a"), Task.NONE, false, Priority.NORMAL, Optional.empty(), new Tags(tags)));
  }

  private static Todo dueAt(Instant dueAt) {
    return Specimens.todo(
        new TodoContent(
            new Heading("a"),
            Task.NONE,
            false,
            Priority.NORMAL,
            Optional.of(new DueDate(dueAt)),
            Tags.NONE));
  }
}

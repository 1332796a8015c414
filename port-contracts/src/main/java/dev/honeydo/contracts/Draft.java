package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A todo that is not added yet: open, with a heading, made when specimens are. */
record Draft(
    TodoContent content, Optional<Instant> completedAt, Instant madeAt, Instant changedAt) {

  static Draft of(String heading) {
    return new Draft(
        TodoContent.of(new Heading(heading)), Optional.empty(), Specimens.NOW, Specimens.NOW);
  }

  Draft task(String task) {
    return with(new Task(task), content.priority(), content.dueAt(), content.tags());
  }

  Draft priority(Priority priority) {
    return with(content.task(), priority, content.dueAt(), content.tags());
  }

  Draft dueAt(Instant instant) {
    return with(
        content.task(), content.priority(), Optional.of(new DueDate(instant)), content.tags());
  }

  Draft tags(String... tags) {
    return with(
        content.task(),
        content.priority(),
        content.dueAt(),
        new Tags(Stream.of(tags).map(Tag::new).toList()));
  }

  Draft completedAt(Instant instant) {
    return new Draft(content, Optional.of(instant), madeAt, changedAt);
  }

  Draft madeAt(Instant instant) {
    return new Draft(content, completedAt, instant, instant);
  }

  Draft changedAt(Instant instant) {
    return new Draft(content, completedAt, madeAt, instant);
  }

  private Draft with(Task task, Priority priority, Optional<DueDate> dueAt, Tags tags) {
    return new Draft(
        new TodoContent(content.heading(), task, false, priority, dueAt, tags),
        completedAt,
        madeAt,
        changedAt);
  }

  Todo todo() {
    return new Todo(
        Specimens.todoId(),
        new TodoContent(
            content.heading(),
            content.task(),
            completedAt.isPresent(),
            content.priority(),
            content.dueAt(),
            content.tags()),
        completedAt,
        madeAt,
        changedAt,
        Version.FIRST);
  }

  Todo addedTo(Todos todos, UserId owner) {
    Todo todo = todo();
    assertThat(todos.add(owner, todo)).isEqualTo(new Todos.Added());
    return todo;
  }
}

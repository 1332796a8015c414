package dev.honeydo.benchmarks.micro;

import dev.honeydo.application.port.TodoPage;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list that is measured with. */
final class Pages {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");

  private Pages() {}

  /** So many todos. */
  static TodoPage of(int count) {
    List<Todo> todos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TodoContent content =
          new TodoContent(
              new Heading("Buy bread, number " + i),
              new Task("the good one from the baker at the corner, not too dark"),
              i % 3 == 0,
              Priority.NORMAL,
              Optional.of(new DueDate(NOW.plusSeconds(86_400))),
              new Tags(List.of(new Tag("home"), new Tag("food"))));
      todos.add(Todo.create(new TodoId(new UUID(7L << 12, Long.MIN_VALUE + i)), content, NOW));
    }
    return new TodoPage(todos, true);
  }
}

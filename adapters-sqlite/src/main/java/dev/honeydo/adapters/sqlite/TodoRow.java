package dev.honeydo.adapters.sqlite;

import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A live todo as the table {@code todos} keeps it; it is completed where {@code completed_at} is.
 */
final class TodoRow {
  static final String COLUMNS =
      "id, heading, task, priority, due_at, tags, completed_at, created_at, updated_at, version";

  private TodoRow() {}

  /** Reads the {@link #COLUMNS}. */
  static Todo read(Row row) throws SQLException {
    TodoId id = new TodoId(row.id());
    Heading heading = new Heading(row.text());
    Task task = new Task(row.text());
    Priority priority = priority(row.number());
    Optional<DueDate> dueAt = row.optionalInstant().map(DueDate::new);
    var tags = TagsJson.read(row.text());
    Optional<Instant> completedAt = row.optionalInstant();
    return new Todo(
        id,
        new TodoContent(heading, task, completedAt.isPresent(), priority, dueAt, tags),
        completedAt,
        row.instant(),
        row.instant(),
        row.version());
  }

  static Optional<Instant> dueAt(TodoContent content) {
    return content.dueAt().map(DueDate::value);
  }

  /** What is kept of a priority: a number that rises with it. */
  static int rank(Priority priority) {
    return switch (priority) {
      case LOW -> 0;
      case NORMAL -> 1;
      case HIGH -> 2;
    };
  }

  static Priority priority(long rank) {
    for (Priority priority : Priority.values()) {
      if (rank(priority) == rank) {
        return priority;
      }
    }
    throw new IllegalStateException("no priority has rank " + rank);
  }
}

package dev.honeydo.examples.h2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Instant.ofEpochMilli;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a todo is written as a row, and read. */
final class TodoRow {
  private TodoRow() {}

  /** Whether there was no todo of that id. */
  static boolean insert(Transaction in, UserId owner, Todo todo) throws SQLException {
    TodoContent content = todo.content();
    boolean added =
        in.updatesUnlessTaken(
            """
            insert into todos (change_number, heading_key, id, owner, heading, task, completed,
              priority, due_at, tags, completed_at, created_at, updated_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            TodoChanges.next(in, owner),
            sortKey(content),
            todo.id().toString(),
            owner.toString(),
            content.heading().value(),
            content.task().value(),
            content.completed(),
            content.priority().name(),
            millis(content.dueAt().map(DueDate::value)),
            tags(content),
            millis(todo.completedAt()),
            todo.createdAt().toEpochMilli(),
            todo.updatedAt().toEpochMilli(),
            todo.version().value());
    if (added) {
      TodoWords.insert(in, owner, todo);
    }
    return added;
  }

  static void update(Transaction in, UserId owner, Todo todo) throws SQLException {
    TodoContent content = todo.content();
    in.update(
        """
        update todos set change_number = ?, heading_key = ?, heading = ?, task = ?,
          completed = ?, priority = ?, due_at = ?, tags = ?, completed_at = ?, created_at = ?, updated_at = ?, version = ?
        where id = ?
        """,
        TodoChanges.next(in, owner),
        sortKey(content),
        content.heading().value(),
        content.task().value(),
        content.completed(),
        content.priority().name(),
        millis(content.dueAt().map(DueDate::value)),
        tags(content),
        millis(todo.completedAt()),
        todo.createdAt().toEpochMilli(),
        todo.updatedAt().toEpochMilli(),
        todo.version().value(),
        todo.id().toString());
    TodoWords.delete(in, todo.id());
    TodoWords.insert(in, owner, todo);
  }

  /** The bytes that a heading stands in order by. */
  static byte[] sortKey(TodoContent content) {
    return content.heading().sortKey().getBytes(UTF_8);
  }

  static Todo read(ResultSet row) throws SQLException {
    TodoContent content =
        new TodoContent(
            new Heading(row.getString("heading")),
            new Task(row.getString("task")),
            row.getBoolean("completed"),
            Priority.valueOf(row.getString("priority")),
            instant(row, "due_at").map(DueDate::new),
            new Tags(
                Arrays.stream((Object[]) row.getArray("tags").getArray())
                    .map(it -> new Tag((String) it))
                    .toList()));
    return new Todo(
        new TodoId(UUID.fromString(row.getString("id"))),
        content,
        instant(row, "completed_at"),
        ofEpochMilli(row.getLong("created_at")),
        ofEpochMilli(row.getLong("updated_at")),
        new Version(row.getLong("version")));
  }

  private static String[] tags(TodoContent content) {
    return content.tags().values().stream().map(Tag::value).toArray(String[]::new);
  }

  private static @Nullable Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(ofEpochMilli(millis));
  }
}

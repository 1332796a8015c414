package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TodoCountsTest {
  private static final String COUNTED =
      "SELECT hex(owner) || ' ' || priority || ' ' || (completed_at IS NOT NULL) || ' ' || count(*)"
          + " FROM todos WHERE deleted_at IS NULL GROUP BY owner, priority, completed_at IS NOT NULL"
          + " ORDER BY 1";
  private static final String KEPT =
      "SELECT hex(owner) || ' ' || priority || ' ' || completed || ' ' || todos"
          + " FROM todo_counts WHERE todos > 0 ORDER BY 1";

  private final Random random = new Random(7);
  private final List<UserId> owners = List.of(Specimens.userId(), Specimens.userId());
  private final List<Owned> made = new ArrayList<>();
  private @TempDir Path directory;
  private Database database;
  private Todos todos;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = Database.open(Files.createFile(directory.resolve("a.db")), Migrations.bundled());
    todos = new SqliteTodos(database);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  @DisplayName("whatever is done to todos, the numbers kept are those of the todos that are there")
  void areThoseOfTodos() {
    int told = 0;
    for (int step = 0; step < 1_500; step++) {
      change(step % 500 == 499 ? 9 : random.nextInt(9));
      List<String> kept = rows(KEPT);
      assertThat(kept).as("after step %d", step).isEqualTo(rows(COUNTED));
      told += kept.size();
    }
    assertThat(told).as("kinds that were there").isGreaterThan(1_500 * 3);
  }

  private void change(int what) {
    UserId owner = owners.get(random.nextInt(2));
    switch (what) {
      case 0, 1, 2, 3 -> add(new Owned(owner, Specimens.todo(content())));
      case 4 -> some().ifPresent(this::add);
      case 5, 6 -> some().ifPresent(this::replace);
      case 7 -> some().ifPresent(this::delete);
      case 8 -> {
        if (random.nextInt(10) == 0) {
          var _ = todos.deleteCompleted(owner, Specimens.NOW);
        }
      }
      default -> {
        var _ = todos.purge(Specimens.NOW.plusSeconds(1), 5);
        var _ = todos.deleteAll(owner);
      }
    }
  }

  private Optional<Owned> some() {
    return made.isEmpty() ? Optional.empty() : Optional.of(made.get(random.nextInt(made.size())));
  }

  private void add(Owned todo) {
    var _ = todos.add(todo.owner(), todo.todo());
    made.add(todo);
  }

  private void replace(Owned old) {
    todos
        .find(old.owner(), old.todo().id())
        .ifPresent(stored -> {
          Version seen = random.nextInt(5) == 0 ? stored.version().next() : stored.version();
          var _ = todos.replace(old.owner(), stored.edited(content(), Specimens.NOW), seen);
        });
  }

  private void delete(Owned todo) {
    var _ = todos.delete(todo.owner(), todo.todo().id(), Precondition.NONE, Specimens.NOW);
  }

  private TodoContent content() {
    TodoContent plain = TodoContent.of(new Heading("Buy bread"));
    return new TodoContent(
        plain.heading(),
        plain.task(),
        random.nextBoolean(),
        List.of(Priority.values()).get(random.nextInt(3)),
        plain.dueAt(),
        plain.tags());
  }

  private List<String> rows(String query) {
    return database.read("Todos", "count", it -> it.all(query, Row::text));
  }

  private record Owned(UserId owner, Todo todo) {}
}

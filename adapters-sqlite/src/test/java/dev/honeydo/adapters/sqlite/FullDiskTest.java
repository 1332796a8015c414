package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A disk without room, where there is one of a few MiB to fill:
 *
 * <pre>{@code
 * mount -t tmpfs -o size=3m tmpfs /mnt/tiny
 * ./mvnw test -pl adapters-sqlite -am -Dtest=FullDiskTest -Dhoneydo.disk.tiny=/mnt/tiny
 * }</pre>
 *
 * <p>{@code DatabaseTest} has the short form, with a database that must not grow.
 */
@EnabledIfSystemProperty(named = "honeydo.disk.tiny", matches = ".+")
final class FullDiskTest {
  private static final int TOO_MANY = 10_000;

  private final Path disk =
      Path.of(Objects.requireNonNull(System.getProperty("honeydo.disk.tiny")));
  private final Path filler = disk.resolve("filler");
  private final UserId owner = Specimens.userId();
  private final List<Todo> kept = new ArrayList<>();

  @Test
  @DisplayName("a full disk refuses writes at once, reads go on, and room is all that it takes")
  void isSurvived() throws IOException {
    Files.write(filler, new byte[1 << 20]);
    Path data = Files.createTempDirectory(disk, "data");
    try (SqliteAdapters adapters = SqliteAdapters.open(data, new TestClock())) {
      fill(adapters.todos());
      long start = System.nanoTime();
      for (int count = 0; count < 20; count++) {
        assertThatThrownBy(() -> adapters.todos().add(owner, large()))
            .isInstanceOf(PortUnavailable.class);
        assertAllAreThere(adapters.todos());
      }
      System.out.println(
          "[honeydo] 20 writes refused by a full disk, with "
              + 20 * kept.size()
              + " reads between them: "
              + Duration.ofNanos(System.nanoTime() - start));
      Files.delete(filler);
      Todo next = large();
      assertThat(adapters.todos().add(owner, next)).isEqualTo(new Todos.Added());
      kept.add(next);
      assertAllAreThere(adapters.todos());
      var _ = adapters.healthProbe().probe();
    }
    try (SqliteAdapters adapters = SqliteAdapters.open(data, new TestClock())) {
      assertAllAreThere(adapters.todos());
    }
  }

  private void fill(Todos todos) {
    for (int count = 0; count < TOO_MANY; count++) {
      Todo todo = large();
      try {
        assertThat(todos.add(owner, todo)).isEqualTo(new Todos.Added());
        kept.add(todo);
      } catch (PortUnavailable full) {
        System.out.println("[honeydo] full after " + kept.size() + " todos: " + full.getCause());
        return;
      }
    }
    throw new AssertionError("the disk does not fill: is it a tiny one?");
  }

  private void assertAllAreThere(Todos todos) {
    assertThat(kept).allSatisfy(it -> assertThat(todos.find(owner, it.id())).contains(it));
  }

  private static Todo large() {
    TodoContent full = Specimens.fullContent();
    return Specimens.todo(
        new TodoContent(
            full.heading(),
            new Task("0123456789 abcde".repeat(600)),
            full.completed(),
            full.priority(),
            full.dueAt(),
            full.tags()));
  }
}

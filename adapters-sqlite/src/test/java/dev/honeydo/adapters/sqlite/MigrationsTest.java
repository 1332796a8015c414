package dev.honeydo.adapters.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.adapters.sqlite.SqliteAdapters.DataDirectoryUnusable;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  private static final String CREATE = "CREATE TABLE a (x INTEGER) STRICT";
  private static final String FILL = "INSERT INTO a VALUES (1); INSERT INTO a VALUES (2)";

  @Test
  @DisplayName("a new database takes every step, once")
  void takesEveryStepOnce() throws SQLException {
    try (var connection = inMemory()) {
      var migrations = new Migrations(List.of(CREATE, FILL));
      assertThat(migrations.apply(connection)).isEqualTo(2);
      assertThat(migrations.apply(connection)).isEqualTo(2);
      assertThat(connection.all("SELECT x FROM a", Row::number)).containsExactly(1L, 2L);
    }
  }

  @Test
  @DisplayName("an older database takes the steps it lacks")
  void takesWhatIsMissing() throws SQLException {
    try (var connection = inMemory()) {
      assertThat(new Migrations(List.of(CREATE)).apply(connection)).isEqualTo(1);
      assertThat(new Migrations(List.of(CREATE, FILL)).apply(connection)).isEqualTo(2);
      assertThat(connection.all("SELECT x FROM a", Row::number)).containsExactly(1L, 2L);
    }
  }

  @Test
  @DisplayName("a step that fails leaves nothing behind, and the steps before it stay")
  void failsWhole(@TempDir Path directory) throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("a.db");
    try (var connection = SqliteConnection.open(url, List.of())) {
      var broken = new Migrations(List.of(CREATE, FILL + "; INSERT INTO nowhere VALUES (3)"));
      assertThatThrownBy(() -> broken.apply(connection)).isInstanceOf(SQLException.class);
    }
    try (var connection = SqliteConnection.open(url, List.of())) {
      assertThat(connection.first("PRAGMA user_version", Row::number)).contains(1L);
      assertThat(connection.all("SELECT x FROM a", Row::number)).isEmpty();
    }
  }

  @Test
  @DisplayName("a database that a newer Honeydo wrote is refused and left as it is")
  void refusesNewer(@TempDir Path directory) throws SQLException {
    SqliteAdapters.open(directory, new TestClock()).close();
    setVersion(directory, 99);
    assertThatThrownBy(() -> SqliteAdapters.open(directory, new TestClock()))
        .isInstanceOf(DataDirectoryUnusable.class)
        .hasMessageContaining("honeydo.db")
        .hasMessageContaining("version 99")
        .hasMessageContaining("newer Honeydo");
    setVersion(directory, Migrations.bundled().scripts().size());
    SqliteAdapters.open(directory, new TestClock()).close();
  }

  @Test
  @DisplayName("a record of version 1 is read")
  void readsVersionOne(@TempDir Path directory) throws SQLException, IOException {
    try (var connection =
        SqliteConnection.open("jdbc:sqlite:" + directory.resolve("honeydo.db"), List.of())) {
      connection.run(resource("version-1.sql"));
    }
    try (var adapters = SqliteAdapters.open(directory, new TestClock())) {
      var owner = new UserId(UUID.fromString("01931d1e-7a00-7000-8000-000000000001"));
      var todo = new TodoId(UUID.fromString("01931d1e-7a00-7000-8000-0000000000f1"));
      assertThat(adapters.users().find(owner).map(user -> user.email().value()))
          .contains("Ada@example.org");
      assertThat(adapters.todos().find(owner, todo).map(Todo::toString))
          .hasValueSatisfying(
              text -> assertThat(text).contains("Buy bread", "home", "the \"good\""));
      Todos todos = adapters.todos();
      assertThat(todos.search(owner, SearchTerms.of("good home br").orElseThrow(), 9))
          .extracting(Todo::id)
          .contains(todo);
      for (TodoOrder.Key key : TodoOrder.Key.values()) {
        TodoQuery query = new TodoQuery(TodoFilter.ALL, new TodoOrder(key, false));
        assertThat(todos.page(owner, query, new PageRequest(9, Optional.empty())).items())
            .extracting(Todo::id)
            .contains(todo);
        assertThat(todos.count(owner, query.filter()).value()).isOne();
      }
      assertThat(todos.statistics(owner, Specimens.NOW).total()).isOne();
      assertThat(todos.changes(owner, Optional.empty(), 9))
          .isInstanceOfSatisfying(
              Todos.Changes.class, changes -> assertThat(changes.items()).isNotEmpty());
    }
    assertThat(Files.exists(directory.resolve("honeydo.db-wal"))).isFalse();
  }

  @Test
  @DisplayName("users and sessions of version 1 are found by what version 2 goes by")
  void fillsWhatVersionTwoAdds(@TempDir Path directory) throws SQLException, IOException {
    var owner = new UserId(UUID.fromString("01931d1e-7a00-7000-8000-000000000001"));
    var clock = new TestClock();
    Session idle = Specimens.session(owner, clock.instant());
    Duration brief = Duration.ofHours(1).plusMillis(1);
    Session ending =
        Specimens.session(owner, clock.instant(), new SessionLimits(brief, brief, 10))
            .touched(clock.instant().plusSeconds(60));
    try (var connection =
        SqliteConnection.open("jdbc:sqlite:" + directory.resolve("honeydo.db"), List.of())) {
      connection.run(resource("version-1.sql"));
      addAsVersionOne(connection, idle);
      addAsVersionOne(connection, ending);
    }
    try (var adapters = SqliteAdapters.open(directory, clock)) {
      var ada = new UserPageRequest(1, Optional.empty(), Optional.of("aDA@EXAMPLE"));
      assertThat(adapters.users().page(ada).items()).hasSize(1);
      clock.elapse(Duration.ofHours(1));
      assertThat(adapters.sessions().purge(10)).isEqualTo(new Purge(true));
      assertThat(adapters.sessions().list(owner)).containsExactlyInAnyOrder(idle, ending);
      clock.elapse(Duration.ofMillis(1));
      assertThat(adapters.sessions().purge(10)).isEqualTo(new Purge(true));
      clock.elapse(Duration.ofMillis(-1));
      assertThat(adapters.sessions().list(owner)).containsExactly(idle);
      clock.elapse(idle.idle().minusHours(1));
      assertThat(adapters.sessions().purge(10)).isEqualTo(new Purge(true));
      clock.elapse(Duration.ofMinutes(-1));
      assertThat(adapters.sessions().list(owner)).isEmpty();
    }
  }

  private static void addAsVersionOne(SqliteConnection connection, Session session)
      throws SQLException {
    int _ =
        connection.change(
            "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            session.owner().value(),
            session.id().value(),
            Specimens.tokenHash().value(),
            session.device().label().map(DeviceLabel::value),
            session.device().userAgent(),
            session.device().address(),
            session.method(),
            session.createdAt(),
            session.lastAccessedAt(),
            session.idle().toSeconds(),
            session.idle().toNanosPart(),
            session.endsAt(),
            session.data().json());
  }

  private static SqliteConnection inMemory() throws SQLException {
    return SqliteConnection.open("jdbc:sqlite::memory:", List.of());
  }

  private static void setVersion(Path directory, int version) throws SQLException {
    try (var connection =
        SqliteConnection.open("jdbc:sqlite:" + directory.resolve("honeydo.db"), List.of())) {
      connection.run("PRAGMA user_version = " + version);
    }
  }

  private static String resource(String name) throws IOException {
    try (var resource = Objects.requireNonNull(MigrationsTest.class.getResourceAsStream(name))) {
      return new String(resource.readAllBytes(), UTF_8);
    }
  }
}

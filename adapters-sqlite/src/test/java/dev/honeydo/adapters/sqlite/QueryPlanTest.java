package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How SQLite says that it will answer: by an index, and pages without sorting. */
final class QueryPlanTest {
  private SqliteConnection connection;

  @BeforeEach
  void migrate() throws SQLException {
    connection = SqliteConnection.open("jdbc:sqlite::memory:", List.of());
    int _ = Migrations.bundled().apply(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  @DisplayName("a page is a walk through the index of live todos, from the position on")
  void pagesByIndex() throws SQLException {
    assertThat(plan(SqliteTodos.FIRST_PAGE))
        .isEqualTo("SEARCH todos USING INDEX todos_by_age (owner=?)");
    assertThat(plan(SqliteTodos.NEXT_PAGE))
        .isEqualTo("SEARCH todos USING INDEX todos_by_age (owner=? AND (created_at,id)<(?,?))");
    assertThat(plan(SqliteTodos.COUNT))
        .isEqualTo("SEARCH todos USING INDEX todos_by_age (owner=?)");
  }

  @Test
  @DisplayName("a todo, a session and a user are each found by one unique key")
  void findsByKey() throws SQLException {
    assertThat(plan(SqliteTodos.FIND)).endsWith("(owner=? AND id=?)");
    assertThat(plan(SqliteTodos.STATE)).endsWith("(owner=? AND id=?)");
    assertThat(plan(SqliteSessions.FIND))
        .isEqualTo("SEARCH sessions USING PRIMARY KEY (owner=? AND id=?)");
    assertThat(plan(SqliteSessions.FIND_BY_TOKEN)).endsWith("(owner=? AND token=?)");
    assertThat(plan(SqliteUsers.FIND)).isEqualTo("SEARCH users USING PRIMARY KEY (id=?)");
    assertThat(plan(SqliteUsers.FIND_ACCOUNT_BY_EMAIL)).endsWith("(email_key=?)");
    assertThat(plan(SqliteRefreshFamilies.FIND))
        .isEqualTo("SEARCH refresh_families USING PRIMARY KEY (id=?)");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("nothing reads a whole table")
  void scansNothing(String statement) throws SQLException {
    assertThat(plan(statement)).contains("SEARCH").doesNotContain("SCAN");
  }

  static Stream<String> scansNothing() {
    return Stream.of(
        SqliteTodos.DELETE_ALL,
        SqliteSessions.OLDEST_FIRST,
        SqliteSessions.REMOVE,
        SqliteSessions.REMOVE_ALL,
        SqliteRefreshFamilies.OF_OWNER,
        SqliteRefreshFamilies.OF_SESSION,
        SqliteJobRuns.FENCE,
        SqliteJobRuns.FINISH,
        SqliteJobRuns.LAST_FINISHED,
        SqliteUsers.FIND_ACCOUNT);
  }

  private String plan(String statement) throws SQLException {
    return connection.all("EXPLAIN QUERY PLAN " + statement, QueryPlanTest::detail).stream()
        .collect(Collectors.joining("; "));
  }

  private static String detail(Row row) throws SQLException {
    long _ = row.number();
    long _ = row.number();
    long _ = row.number();
    return row.text();
  }
}

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

  @Test
  @DisplayName("users are listed along their ids, from the position on, without sorting")
  void listsUsersByKey() throws SQLException {
    assertThat(plan(SqliteUsers.FIRST_PAGE)).isEqualTo("SCAN users");
    assertThat(plan(SqliteUsers.NEXT_PAGE)).isEqualTo("SEARCH users USING PRIMARY KEY (id>?)");
  }

  @Test
  @DisplayName("how a token stands is two looks into keys")
  void findsStanding() throws SQLException {
    assertThat(plan(SqliteRevokedTokens.STANDING))
        .contains("SEARCH revoked_tokens USING PRIMARY KEY (owner=? AND token=?)")
        .contains("SEARCH epochs USING PRIMARY KEY (owner=?)")
        .doesNotContain("SCAN revoked_tokens")
        .doesNotContain("SCAN epochs");
  }

  @Test
  @DisplayName("what has expired is found by its end and removed by its key, without sorting")
  void purgesByIndex() throws SQLException {
    assertThat(plan(SqliteSessions.PURGE))
        .contains("SEARCH sessions USING PRIMARY KEY (owner=? AND id=?)")
        .contains("SEARCH sessions USING COVERING INDEX sessions_by_expiry (expires_at<?)")
        .doesNotContain("SCAN sessions", "TEMP B-TREE FOR ORDER BY");
    assertThat(plan(SqliteRevokedTokens.PURGE))
        .contains("SEARCH revoked_tokens USING PRIMARY KEY (owner=? AND token=?)")
        .contains("SEARCH revoked_tokens USING COVERING INDEX revoked_tokens_by_end (until<?)")
        .doesNotContain("SCAN revoked_tokens", "TEMP B-TREE FOR ORDER BY");
    assertThat(plan(SqliteRefreshFamilies.PURGE))
        .contains("SEARCH refresh_families USING PRIMARY KEY (id=?)")
        .contains("USING COVERING INDEX refresh_families_by_end (ends_at<?)")
        .doesNotContain("SCAN refresh_families", "TEMP B-TREE FOR ORDER BY");
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
        SqliteSessions.NEWEST_FIRST,
        SqliteSessions.REMOVE_OTHERS,
        SqliteSessions.EXPIRED,
        SqliteSessions.REMOVE,
        SqliteSessions.REMOVE_ALL,
        SqliteRefreshFamilies.OF_OWNER,
        SqliteRefreshFamilies.OF_SESSION,
        SqliteJobRuns.FENCE,
        SqliteJobRuns.FINISH,
        SqliteJobRuns.LAST_FINISHED,
        SqliteRefreshFamilies.OF_OTHERS,
        SqliteRefreshFamilies.EXPIRED,
        SqliteRevokedTokens.EPOCH,
        SqliteRevokedTokens.EXPIRED,
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

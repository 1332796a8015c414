package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.contracts.Filters;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Todo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How SQLite says that it will answer: by an index, and pages without sorting. */
final class QueryPlanTest {
  /** Whatever drops rows on the way. */
  private static final TodoFilter MANY =
      new TodoFilter(
          Optional.of(true),
          Optional.of(new Tag("a")),
          Optional.of(Priority.HIGH),
          Optional.of(Instant.EPOCH),
          Optional.of(Instant.EPOCH),
          Optional.of(Instant.EPOCH),
          SearchTerms.of("bread"));

  private static final TodoFilter OPEN_LOW =
      Filters.both(Filters.completed(false), Filters.priority(Priority.LOW));
  private static final TodoFilter DUE =
      Filters.both(Filters.dueAfter(Instant.EPOCH), Filters.dueBefore(Instant.EPOCH));

  private static final String WALK = "SEARCH todos USING INDEX todos_by_due ";
  private static final String SELECTION = "SEARCH todos USING COVERING INDEX todos_by_";

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

  @ParameterizedTest
  @CsvSource({
    "CREATED_AT, false, todos_by_age, created_at",
    "CREATED_AT, true, todos_by_age, created_at",
    "UPDATED_AT, false, todos_by_update, updated_at",
    "UPDATED_AT, true, todos_by_update, updated_at",
    "HEADING, false, todos_by_heading, heading_key",
    "HEADING, true, todos_by_heading, heading_key",
    "PRIORITY, false, todos_by_priority, priority",
    "PRIORITY, true, todos_by_priority, priority"
  })
  @DisplayName("a page is a walk through the index of its order, from the position on")
  void pagesByIndex(TodoOrder.Key key, boolean descending, String index, String column)
      throws SQLException {
    TodoOrder order = new TodoOrder(key, descending);
    String walk = "SEARCH todos USING INDEX " + index + " (owner=?";
    String next = "(" + column + ",id)" + (descending ? "<" : ">") + "(?,?)";
    for (TodoFilter filter : List.of(TodoFilter.ALL, MANY)) {
      TodoQuery query = new TodoQuery(filter.withoutTerms(), order);
      assertThat(plans(query, Optional.empty())).singleElement().asString().startsWith(walk);
      assertThat(plans(query, Optional.of(order.positionOf(Specimens.todo()))))
          .singleElement()
          .asString()
          .startsWith(walk)
          .contains(next);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName(
      "in the order of due dates there is a walk through these, and one through what has none")
  void pagesByDueDate(boolean descending) throws SQLException {
    String walk = "SEARCH todos USING INDEX todos_by_due (owner=? AND ";
    TodoOrder order = new TodoOrder(TodoOrder.Key.DUE_AT, descending);
    String behind = descending ? "<" : ">";
    for (TodoFilter filter : List.of(TodoFilter.ALL, OPEN_LOW)) {
      TodoQuery query = new TodoQuery(filter.withoutTerms(), order);
      assertThat(plans(query, Optional.empty()))
          .satisfiesExactly(
              dated -> assertThat(dated).startsWith(walk + "due_at>?)"),
              undated -> assertThat(undated).startsWith(walk + "due_at=?)"));
      Todo due = Specimens.todo(Specimens.fullContent());
      assertThat(plans(query, Optional.of(order.positionOf(due))))
          .satisfiesExactly(
              dated -> assertThat(dated).startsWith(walk + "(due_at,id)" + behind + "(?,?))"),
              undated -> assertThat(undated).startsWith(walk + "due_at=?)"));
      assertThat(plans(query, Optional.of(order.positionOf(Specimens.todo()))))
          .singleElement()
          .asString()
          .startsWith(walk + "due_at=? AND id" + behind + "?)");
    }
  }

  @Test
  @DisplayName("bounds of what is walked along are ends of the walk, and the position is, too")
  void endsWalks() throws SQLException {
    TodoQuery earliest =
        new TodoQuery(Filters.both(DUE, OPEN_LOW), new TodoOrder(TodoOrder.Key.DUE_AT, false));
    TodoQuery latest =
        new TodoQuery(Filters.both(DUE, OPEN_LOW), new TodoOrder(TodoOrder.Key.DUE_AT, true));
    TodoPosition due = earliest.order().positionOf(Specimens.todo(Specimens.fullContent()));
    assertThat(plans(earliest, Optional.empty())).isEqualTo(plans(latest, Optional.empty()));
    assertThat(plans(earliest, Optional.empty()))
        .containsExactly(WALK + "(owner=? AND due_at>? AND due_at<?)");
    assertThat(plans(earliest, Optional.of(due)))
        .containsExactly(WALK + "(owner=? AND (due_at,id)>(?,?) AND due_at<?)");
    assertThat(plans(latest, Optional.of(due)))
        .containsExactly(WALK + "(owner=? AND due_at>? AND (due_at,id)<(?,?))");
    assertThat(plans(latest, Optional.of(latest.order().positionOf(Specimens.todo())))).isEmpty();
  }

  @Test
  @DisplayName("counts are known, or need nothing but an index")
  void countsByIndex() throws SQLException {
    String known = "SEARCH todo_counts USING PRIMARY KEY (owner=?)";
    assertThat(plan(TodoCounts.TOTAL)).isEqualTo(known);
    assertThat(plan(TodoCounts.EACH)).isEqualTo(known);
    assertThat(plan(TodoCounts.OVERDUE))
        .isEqualTo("SEARCH todos USING COVERING INDEX todos_by_due (owner=? AND due_at<?)");
    String completed = "SEARCH todos USING COVERING INDEX todos_by_completion (owner=? AND ";
    assertThat(plan(TodoCounts.COMPLETED)).startsWith(completed + "completed_at>?)");
    assertThat(plan(SqliteTodos.COMPLETED))
        .startsWith("SEARCH todos USING INDEX todos_by_completion (owner=?");
    assertThat(
            plan(
                TodoListSql.count(Specimens.userId(), Filters.both(DUE, OPEN_LOW), Optional.empty())
                    .sql()))
        .isEqualTo(
            "SEARCH todos USING COVERING INDEX todos_by_due (owner=? AND due_at>? AND due_at<?)");
  }

  @Test
  @DisplayName("words are found by the full-text table, and todos by its rows")
  void searchesByWords() throws SQLException {
    assertThat(plan(TodoSearch.BY_WORDS))
        .contains("SCAN todo_words VIRTUAL TABLE INDEX 0:M", "USING INTEGER PRIMARY KEY (rowid=?)")
        .doesNotContain("SCAN todos");
  }

  @Test
  @DisplayName("each part of a filter is found by an index, and the rows of what few have after it")
  void selectsByIndex() throws SQLException {
    assertThat(selections(MANY))
        .satisfiesExactly(
            words -> assertThat(words).startsWith("SCAN todo_words VIRTUAL TABLE INDEX 0:M"),
            tag -> assertThat(tag).startsWith("SCAN todo_words VIRTUAL TABLE INDEX 0:M"),
            updated ->
                assertThat(updated).startsWith(SELECTION + "update (owner=? AND updated_at>?)"),
            before -> assertThat(before).startsWith(SELECTION + "due (owner=? AND due_at<?)"),
            after -> assertThat(after).startsWith(SELECTION + "due (owner=? AND due_at>?)"),
            kind ->
                assertThat(kind).startsWith(SELECTION + "completion (owner=? AND completed_at>?)"));
    assertThat(selections(Filters.priority(Priority.LOW)))
        .singleElement()
        .asString()
        .startsWith(SELECTION + "priority (owner=? AND priority=?)");
    assertThat(selections(OPEN_LOW))
        .singleElement()
        .asString()
        .startsWith(SELECTION + "due (owner=?)");
  }

  /** The plans for lists of what few have, by each part of the filter. */
  private List<String> selections(TodoFilter filter) throws SQLException {
    List<String> plans = new ArrayList<>();
    for (TodoSelection few : TodoSelection.parts(Specimens.userId(), filter)) {
      TodoQuery query = new TodoQuery(filter.withoutTerms(), TodoOrder.NEWEST_FIRST);
      plans.add(
          plan(
              TodoListSql.page(Specimens.userId(), query, Optional.empty(), Optional.of(few))
                  .getFirst()
                  .sql()));
    }
    assertThat(plans)
        .allSatisfy(it -> assertThat(it).contains("SEARCH todos USING INTEGER PRIMARY KEY"));
    return plans;
  }

  @Test
  @DisplayName("what many have is met on a walk through an index from the newest")
  void searchesFromNewest() throws SQLException {
    for (String newest : List.of(TodoSearch.NEWEST, TodoSearch.NEWEST_BY_WORDS)) {
      assertThat(plan(newest))
          .startsWith("SEARCH todos USING INDEX todos_by_age (owner=?)")
          .doesNotContain("TEMP B-TREE FOR ORDER BY");
    }
  }

  @Test
  @DisplayName("changes and what is to be forgotten are walks through an index")
  void readsChangesByIndex() throws SQLException {
    assertThat(plan(TodoChanges.BEHIND))
        .isEqualTo("SEARCH todos USING INDEX todos_by_change (owner=? AND change>?)");
    assertThat(plan(TodoChanges.DELETED_BEFORE))
        .isEqualTo("SEARCH todos USING INDEX todos_by_deletion (deleted_at<?)");
    assertThat(plan(TodoChanges.STATE))
        .isEqualTo("SEARCH todo_changes USING PRIMARY KEY (owner=?)");
  }

  @Test
  @DisplayName("a todo, a session and a user are each found by one unique key")
  void findsByKey() throws SQLException {
    assertThat(plan(SqliteTodos.FIND)).endsWith("todos_by_id (id=? AND owner=?)");
    assertThat(plan(SqliteTodos.STATE)).endsWith("todos_by_id (id=? AND owner=?)");
    assertThat(plan(SqliteSessions.FIND))
        .isEqualTo("SEARCH sessions USING PRIMARY KEY (owner=? AND id=?)");
    assertThat(plan(SqliteSessions.FIND_BY_TOKEN)).endsWith("(owner=? AND token=?)");
    assertThat(plan(SqliteUsers.FIND)).isEqualTo("SEARCH users USING PRIMARY KEY (id=?)");
    assertThat(plan(SqliteUsers.FIND_ACCOUNT_BY_EMAIL)).endsWith("(email_key=?)");
    assertThat(plan(SqliteRefreshFamilies.FIND))
        .isEqualTo("SEARCH refresh_families USING PRIMARY KEY (id=?)");
  }

  @Test
  @DisplayName("whose a todo is and who was seen last is all in an index")
  void findsOwnersByIndex() throws SQLException {
    assertThat(plan(SqliteTodos.OWNER))
        .isEqualTo("SEARCH todos USING COVERING INDEX todos_by_id (id=?)");
    assertThat(plan(SqliteSessions.LAST_SEEN))
        .isEqualTo("SCAN sessions USING COVERING INDEX sessions_by_use");
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
        SqliteIdempotencyLedger.FIND,
        SqliteIdempotencyLedger.COMPLETE,
        SqliteIdempotencyLedger.ABANDON,
        SqliteIdempotencyLedger.WITHDRAW,
        SqliteIdempotencyLedger.PURGE,
        SqliteIdempotencyLedger.EXPIRED,
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
        SqliteUnheardWriters.LEAVE,
        SqliteRefreshFamilies.OF_OTHERS,
        SqliteRefreshFamilies.EXPIRED,
        SqliteRevokedTokens.EPOCH,
        SqliteRevokedTokens.EXPIRED,
        SqliteUsers.FIND_ACCOUNT);
  }

  /** The plan for each part of a page, none of which sorts. */
  private List<String> plans(TodoQuery query, Optional<TodoPosition> after) throws SQLException {
    List<String> plans = new ArrayList<>();
    for (TodoListSql part : TodoListSql.page(Specimens.userId(), query, after, Optional.empty())) {
      plans.add(plan(part.sql()));
    }
    assertThat(plans).noneMatch(it -> it.contains("TEMP"));
    return plans;
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

package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows for which one part of a filter holds, found by an index.
 *
 * @param sql a query for {@code seq AS found}, which takes the {@code values}
 * @param rest what is still to be asked of each row: all but words that were found as they are
 *     asked for
 */
record TodoSelection(String sql, List<Object> values, TodoFilter rest) {
  private static final int FEW = 300;

  TodoSelection {
    values = List.copyOf(values);
  }

  /** Of the parts of the filter the first that holds for few; none where each holds for many. */
  static Optional<TodoSelection> ofFew(SqliteConnection connection, UserId owner, TodoFilter filter)
      throws SQLException {
    for (TodoSelection part : parts(owner, filter)) {
      if (part.holdsForFew(connection)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** The parts that an index knows. */
  static List<TodoSelection> parts(UserId owner, TodoFilter filter) {
    UUID id = owner.value();
    List<TodoSelection> parts = new ArrayList<>();
    filter
        .terms()
        .map(it -> WordIndex.match(owner, it, SearchScope.EVERYTHING))
        .ifPresent(it -> parts.add(matching(it, filter.withoutTerms())));
    filter
        .tag()
        .flatMap(it -> WordIndex.match(owner, it))
        .ifPresent(it -> parts.add(matching(it, filter)));
    filter
        .updatedSince()
        .ifPresent(it -> parts.add(live("todos_by_update", "updated_at >= ?", filter, id, it)));
    filter
        .dueBefore()
        .ifPresent(it -> parts.add(live("todos_by_due", "due_at < ?", filter, id, it)));
    filter
        .dueAfter()
        .ifPresent(it -> parts.add(live("todos_by_due", "due_at >= ?", filter, id, it)));
    kind(id, filter).ifPresent(parts::add);
    return parts;
  }

  /** Whether it holds for no more than {@value #FEW}, looking at no more than one more. */
  boolean holdsForFew(SqliteConnection connection) throws SQLException {
    List<Object> limited = new ArrayList<>(values);
    limited.add(FEW + 1);
    String count = "SELECT count(*) FROM (" + sql + " LIMIT ?)";
    return connection.first(count, Row::number, limited.toArray()).orElseThrow() <= FEW;
  }

  /** The rows whose words match the expression. */
  static TodoSelection matching(String expression, TodoFilter rest) {
    String sql = "SELECT rowid AS found FROM todo_words WHERE todo_words MATCH ?";
    return new TodoSelection(sql, List.of(expression), rest);
  }

  private static Optional<TodoSelection> kind(UUID owner, TodoFilter filter) {
    Optional<Integer> rank = filter.priority().map(TodoRow::rank);
    if (filter.completed().isEmpty()) {
      return rank.map(it -> live("todos_by_priority", "priority = ?", filter, owner, it));
    }
    boolean completed = filter.completed().get();
    String index = completed ? "todos_by_completion" : "todos_by_due";
    String condition =
        (completed ? "completed_at IS NOT NULL" : "completed_at IS NULL")
            + (rank.isPresent() ? " AND priority = ?" : "");
    return Optional.of(
        rank.isPresent()
            ? live(index, condition, filter, owner, rank.get())
            : live(index, condition, filter, owner));
  }

  private static TodoSelection live(
      String index, String condition, TodoFilter rest, Object... values) {
    String sql =
        "SELECT seq AS found FROM todos INDEXED BY "
            + index
            + " WHERE owner = ? AND deleted_at IS NULL AND "
            + condition;
    return new TodoSelection(sql, List.of(values), rest);
  }
}

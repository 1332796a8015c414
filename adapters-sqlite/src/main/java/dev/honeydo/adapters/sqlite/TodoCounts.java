package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How many live todos each owner has of each {@link Kind}. Whoever changes a todo changes the
 * number, in the same transaction, so that nobody has to walk through all todos of an owner to know
 * it.
 */
final class TodoCounts {
  private static final String ADD =
      "UPDATE todo_counts SET todos = todos + ?"
          + " WHERE owner = ? AND priority = ? AND completed = ?";
  private static final String FIRST =
      "INSERT INTO todo_counts (todos, owner, priority, completed) VALUES (?, ?, ?, ?)";
  private static final String FORGET = "DELETE FROM todo_counts WHERE owner = ?";
  static final String TOTAL =
      "SELECT coalesce(sum(todos), 0) FROM todo_counts WHERE owner = ?1"
          + " AND priority = coalesce(?2, priority) AND completed = coalesce(?3, completed)";
  static final String EACH = "SELECT priority, completed, todos FROM todo_counts WHERE owner = ?";
  static final String COMPLETED =
      "SELECT (completed_at - ?1) / 86400000, count(*) FROM todos"
          + " WHERE owner = ?2 AND completed_at >= ?1 AND deleted_at IS NULL GROUP BY 1";
  static final String OVERDUE =
      "SELECT count(*) FROM todos WHERE owner = ? AND due_at < ?"
          + " AND completed_at IS NULL AND deleted_at IS NULL";

  private TodoCounts() {}

  /** What is counted as one: an open or a completed todo of one priority. */
  record Kind(int rank, boolean completed) {
    static Kind of(Todo todo) {
      return new Kind(TodoRow.rank(todo.content().priority()), todo.completedAt().isPresent());
    }
  }

  /** Counts so many more, or fewer. */
  static void add(SqliteConnection connection, UserId owner, Kind kind, int todos)
      throws SQLException {
    if (connection.change(ADD, todos, owner.value(), kind.rank(), kind.completed()) == 0) {
      int _ = connection.change(FIRST, todos, owner.value(), kind.rank(), kind.completed());
    }
  }

  /** Counts what was of one kind as one of another. */
  static void move(SqliteConnection connection, UserId owner, Kind from, Kind to)
      throws SQLException {
    if (!from.equals(to)) {
      add(connection, owner, from, -1);
      add(connection, owner, to, 1);
    }
  }

  /** Forgets the owner. */
  static void forget(SqliteConnection connection, UserId owner) throws SQLException {
    int _ = connection.change(FORGET, owner.value());
  }

  /** Whether the number of what a filter admits is known. */
  static boolean know(TodoFilter filter) {
    return filter.tag().isEmpty()
        && filter.dueBefore().isEmpty()
        && filter.dueAfter().isEmpty()
        && filter.updatedSince().isEmpty()
        && filter.terms().isEmpty();
  }

  /** The number of what a filter admits that asks for nothing but what is {@link #know known}. */
  static TodoCount total(SqliteConnection connection, UserId owner, TodoFilter filter)
      throws SQLException {
    return connection
        .first(
            TOTAL,
            row -> new TodoCount(row.number()),
            owner.value(),
            filter.priority().map(TodoRow::rank),
            filter.completed())
        .orElseThrow();
  }

  /** How many a filter admits, found out. To be asked in one transaction. */
  static TodoCount found(SqliteConnection connection, UserId owner, TodoFilter filter)
      throws SQLException {
    Optional<TodoSelection> few = TodoSelection.ofFew(connection, owner, filter);
    TodoFilter rest = few.map(TodoSelection::rest).orElse(filter);
    TodoListSql list = TodoListSql.count(owner, rest, few);
    return connection
        .first(list.sql(), row -> new TodoCount(row.number()), list.values())
        .orElseThrow();
  }

  /** All that is counted. To be asked in one transaction. */
  static TodoStatistics statistics(SqliteConnection connection, UserId owner, Instant now)
      throws SQLException {
    TodoStatistics.Tally tally = new TodoStatistics.Tally(now);
    for (Counted each : connection.all(EACH, Counted::read, owner.value())) {
      tally.count(TodoRow.priority(each.kind().rank()), each.kind().completed(), each.todos());
    }
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(TodoStatistics.DAYS - 1L);
    connection
        .all(
            COMPLETED,
            row -> new TodoStatistics.Day(first.plusDays(row.number()), row.number()),
            first.atStartOfDay(ZoneOffset.UTC).toInstant(),
            owner.value())
        .forEach(tally::completedOn);
    tally.overdue(connection.first(OVERDUE, Row::number, owner.value(), now).orElseThrow());
    return tally.result();
  }

  private record Counted(Kind kind, long todos) {
    static Counted read(Row row) throws SQLException {
      return new Counted(new Kind((int) row.number(), row.flag()), row.number());
    }
  }
}

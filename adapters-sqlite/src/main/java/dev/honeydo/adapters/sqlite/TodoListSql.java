package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * A query for a list, and the values to bind. Each order has a column to go by and an index over
 * {@code (owner, column, id)}, along which a page is one walk; filters drop rows on the way, but
 * for words, which the full-text table has found before.
 */
final class TodoListSql {
  /** Beyond every instant, as the column for what is never due has it. */
  private static final long NEVER = 9007199254740991L;

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  private TodoListSql(String select, UserId owner, TodoFilter filter) {
    sql = new StringBuilder(select).append(" WHERE owner = ? AND deleted_at IS NULL");
    values.add(owner.value());
    filter
        .completed()
        .ifPresent(
            it -> sql.append(it ? " AND completed_at IS NOT NULL" : " AND completed_at IS NULL"));
    filter.priority().ifPresent(it -> with(" AND +priority = ?", TodoRow.rank(it)));
    filter.dueBefore().ifPresent(it -> with(" AND due_at < ?", it));
    filter.dueAfter().ifPresent(it -> with(" AND due_at >= ?", it));
    filter.updatedSince().ifPresent(it -> with(" AND +updated_at >= ?", it));
    filter
        .tag()
        .ifPresent(
            it -> with(" AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)", it.value()));
    filter
        .terms()
        .ifPresent(it ->
            with(
                " AND seq IN (SELECT rowid FROM todo_words WHERE todo_words MATCH ?)",
                WordIndex.match(owner, it, SearchScope.EVERYTHING)));
  }

  /** One todo more than the page holds, where there is one. */
  static TodoListSql page(UserId owner, TodoQuery query, PageRequest request) {
    TodoOrder order = query.order();
    TodoListSql list =
        new TodoListSql("SELECT " + TodoRow.COLUMNS + " FROM todos", owner, query.filter());
    String column = column(order);
    request
        .after()
        .ifPresent(it -> {
          list.sql.append(" AND (").append(column).append(", id) ");
          list.with(order.descending() ? "< (?, " : "> (?, ", value(it.key(), order));
          list.with("?)", it.id().value());
        });
    String direction = order.descending() ? " DESC" : " ASC";
    list.sql.append(" ORDER BY ").append(column).append(direction).append(", id").append(direction);
    list.with(" LIMIT ?", request.limit() + 1);
    return list;
  }

  /** How many there are. */
  static TodoListSql count(UserId owner, TodoFilter filter) {
    // Left alone, SQLite takes an index that has deleted todos, too, and looks up every row.
    String from = filter.terms().isPresent() ? "todos" : "todos INDEXED BY todos_counted";
    return new TodoListSql("SELECT count(*) FROM " + from, owner, filter);
  }

  String sql() {
    return sql.toString();
  }

  Object[] values() {
    return values.toArray();
  }

  private void with(String part, Object value) {
    sql.append(part);
    values.add(value);
  }

  private static String column(TodoOrder order) {
    return switch (order.key()) {
      case CREATED_AT -> "created_at";
      case UPDATED_AT -> "updated_at";
      case DUE_AT -> order.descending() ? "due_falling" : "due_rising";
      case HEADING -> "heading_key";
      case PRIORITY -> "priority";
    };
  }

  private static Object value(SortKey key, TodoOrder order) {
    return switch (key) {
      case SortKey.Moment(var instant) -> instant;
      case SortKey.Text(var text) -> text;
      case SortKey.Rank(var priority) -> TodoRow.rank(priority);
      case SortKey.Absent() -> order.descending() ? -NEVER : NEVER;
    };
  }
}

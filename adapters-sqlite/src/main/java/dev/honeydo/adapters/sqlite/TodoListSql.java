package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query for a list, and the values to bind. Each order has a column to go by and an index over
 * {@code (owner, column, id)}, along which a page is one walk, and filters drop rows on the way;
 * unless a {@link TodoSelection} has found the rows before.
 */
final class TodoListSql {
  private static final Set<String> BOUNDS = Set.of("due_at <", "due_at >=", "updated_at >=");

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  /**
   * What of the selected rows the filter admits.
   *
   * @param ends which bounds of the filter's are an end of the walk; SQLite is kept from choosing
   *     an index by the others
   */
  private TodoListSql(
      String select, List<Object> selected, UserId owner, TodoFilter filter, Set<String> ends) {
    sql = new StringBuilder(select).append(" WHERE owner = ? AND deleted_at IS NULL");
    values.addAll(selected);
    values.add(owner.value());
    filter
        .completed()
        .ifPresent(
            it -> sql.append(it ? " AND completed_at IS NOT NULL" : " AND completed_at IS NULL"));
    filter.priority().ifPresent(it -> with(" AND +priority = ?", TodoRow.rank(it)));
    filter.dueBefore().ifPresent(it -> bound("due_at <", it, ends));
    filter.dueAfter().ifPresent(it -> bound("due_at >=", it, ends));
    filter.updatedSince().ifPresent(it -> bound("updated_at >=", it, ends));
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

  /**
   * The todos behind a position, in parts that follow each other, each {@link #limited} to what is
   * still wanted.
   *
   * @param few among which they are
   */
  static List<TodoListSql> page(
      UserId owner, TodoQuery query, Optional<TodoPosition> after, Optional<TodoSelection> few) {
    TodoOrder order = query.order();
    if (order.key() != TodoOrder.Key.DUE_AT) {
      return List.of(list(owner, query, after, few).behind(after, order).inOrder(order));
    }
    // What is never due comes last, whichever way, and has a walk of its own.
    List<TodoListSql> parts = new ArrayList<>();
    Optional<TodoPosition> never = after.filter(it -> it.key() instanceof SortKey.Absent);
    if (never.isEmpty()) {
      TodoListSql dated = list(owner, query, after, few);
      dated.sql.append(after.isEmpty() ? " AND due_at IS NOT NULL" : "");
      parts.add(dated.behind(after, order).inOrder(order));
    }
    if (query.filter().dueBefore().or(query.filter()::dueAfter).isEmpty()) {
      TodoListSql undated = list(owner, query, after, few);
      undated.sql.append(" AND due_at IS NULL");
      String behind = order.descending() ? " AND id < ?" : " AND id > ?";
      never.ifPresent(it -> undated.with(behind, it.id().value()));
      parts.add(undated.inOrder(order));
    }
    return parts;
  }

  private static TodoListSql list(
      UserId owner, TodoQuery query, Optional<TodoPosition> after, Optional<TodoSelection> few) {
    return new TodoListSql(
        "SELECT " + TodoRow.COLUMNS + " FROM " + few.map(TodoListSql::among).orElse("todos"),
        few.map(TodoSelection::values).orElse(List.of()),
        owner,
        query.filter(),
        ends(query.order(), after));
  }

  /** The column's bounds, but for that behind which the position stands. */
  private static Set<String> ends(TodoOrder order, Optional<TodoPosition> after) {
    String last = column(order) + (order.descending() ? " >=" : " <");
    String first = column(order) + (order.descending() ? " <" : " >=");
    return after.isPresent() ? Set.of(last) : Set.of(first, last);
  }

  /**
   * How many there are.
   *
   * @param few among which they are
   */
  static TodoListSql count(UserId owner, TodoFilter filter, Optional<TodoSelection> few) {
    // Left alone, SQLite takes an index that has deleted todos, too, and looks up every row.
    String all = filter.terms().isPresent() ? "todos" : "todos INDEXED BY todos_by_due";
    return new TodoListSql(
        "SELECT count(*) FROM " + few.map(TodoListSql::among).orElse(all),
        few.map(TodoSelection::values).orElse(List.of()),
        owner,
        filter,
        BOUNDS);
  }

  private static String among(TodoSelection few) {
    // CROSS JOIN is how SQLite is told to begin on the left.
    return "(" + few.sql() + ") CROSS JOIN todos ON seq = found";
  }

  String sql() {
    return sql.toString();
  }

  Object[] values() {
    return values.toArray();
  }

  /** The values of a part of a page, and how many todos of it there may be. */
  Object[] limited(int most) {
    List<Object> all = new ArrayList<>(values);
    all.add(most);
    return all.toArray();
  }

  private TodoListSql behind(Optional<TodoPosition> position, TodoOrder order) {
    position.ifPresent(it -> {
      sql.append(" AND (").append(column(order)).append(", id) ");
      with(order.descending() ? "< (?, " : "> (?, ", value(it.key()));
      with("?)", it.id().value());
    });
    return this;
  }

  private TodoListSql inOrder(TodoOrder order) {
    String direction = order.descending() ? " DESC" : " ASC";
    sql.append(" ORDER BY ").append(column(order)).append(direction).append(", id");
    sql.append(direction).append(" LIMIT ?");
    return this;
  }

  private void bound(String bound, Object value, Set<String> ends) {
    with(" AND " + (ends.contains(bound) ? "" : "+") + bound + " ?", value);
  }

  private void with(String part, Object value) {
    sql.append(part);
    values.add(value);
  }

  private static String column(TodoOrder order) {
    return switch (order.key()) {
      case CREATED_AT -> "created_at";
      case UPDATED_AT -> "updated_at";
      case DUE_AT -> "due_at";
      case HEADING -> "heading_key";
      case PRIORITY -> "priority";
    };
  }

  private static Object value(SortKey key) {
    return switch (key) {
      case SortKey.Moment(var instant) -> instant;
      case SortKey.Text(var text) -> text;
      case SortKey.Rank(var priority) -> TodoRow.rank(priority);
      case SortKey.Absent() -> throw new IllegalArgumentException("nothing is behind NULL");
    };
  }
}

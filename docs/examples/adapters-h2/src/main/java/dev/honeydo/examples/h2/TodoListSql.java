package dev.honeydo.examples.h2;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A query for todos, put together, and its parameters. */
final class TodoListSql {
  private static final long NEVER = 9007199254740991L;

  private final StringBuilder sql;
  private final List<Object> parameters = new ArrayList<>();

  private TodoListSql(String select, UserId owner) {
    sql = new StringBuilder(select).append(" from todos where owner = ?");
    parameters.add(owner.toString());
  }

  /** One todo more than the page holds, where there is one. */
  static TodoListSql page(UserId owner, TodoQuery query, PageRequest request) {
    TodoOrder order = query.order();
    TodoListSql list = new TodoListSql("select *", owner).filtered(owner, query.filter());
    String column = column(order);
    request
        .after()
        .ifPresent(it -> {
          list.sql.append(" and (").append(column).append(", id) ");
          list.with(order.descending() ? "< (?, " : "> (?, ", key(it.key(), order));
          list.with("?)", it.id().toString());
        });
    return list.ordered(column, order.descending(), request.limit() + 1);
  }

  /** How many there are. */
  static TodoListSql count(UserId owner, TodoFilter filter) {
    return new TodoListSql("select count(*)", owner).filtered(owner, filter);
  }

  /** What has the terms within that part, the newest first. */
  static TodoListSql search(UserId owner, SearchTerms terms, SearchScope scope, int limit) {
    return new TodoListSql("select *", owner)
        .having(owner, terms, scope)
        .ordered("created_at", true, limit);
  }

  String sql() {
    return sql.toString();
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  private TodoListSql filtered(UserId owner, TodoFilter filter) {
    filter.completed().ifPresent(it -> with(" and completed = ?", it));
    filter.tag().ifPresent(it -> with(" and array_contains(tags, ?)", it.value()));
    filter.priority().ifPresent(it -> with(" and priority = ?", it.name()));
    filter.dueBefore().ifPresent(it -> with(" and due_at < ?", it.toEpochMilli()));
    filter.dueAfter().ifPresent(it -> with(" and due_at >= ?", it.toEpochMilli()));
    filter.updatedSince().ifPresent(it -> with(" and updated_at >= ?", it.toEpochMilli()));
    filter.terms().ifPresent(it -> having(owner, it, SearchScope.EVERYTHING));
    return this;
  }

  /** Words hold letters and digits alone: none of them means anything to {@code like}. */
  private TodoListSql having(UserId owner, SearchTerms terms, SearchScope scope) {
    terms.words().forEach(word -> having(owner, "word = ?", word, scope));
    having(owner, "word like ?", terms.prefix() + "%", scope);
    return this;
  }

  private void having(UserId owner, String condition, String word, SearchScope scope) {
    with(" and id in (select todo from todo_words where owner = ?", owner.toString());
    with(" and " + condition, word);
    with(" and part <= ?)", TodoWords.part(scope));
  }

  private TodoListSql ordered(String column, boolean descending, int limit) {
    String direction = descending ? " desc" : " asc";
    sql.append(" order by ").append(column).append(direction).append(", id").append(direction);
    with(" limit ?", limit);
    return this;
  }

  private void with(String part, Object parameter) {
    sql.append(part);
    parameters.add(parameter);
  }

  private static String column(TodoOrder order) {
    return switch (order.key()) {
      case CREATED_AT -> "created_at";
      case UPDATED_AT -> "updated_at";
      case DUE_AT -> order.descending() ? "due_falling" : "due_rising";
      case HEADING -> "heading_key";
      case PRIORITY -> "urgency";
    };
  }

  private static Object key(SortKey key, TodoOrder order) {
    return switch (key) {
      case SortKey.Moment(Instant moment) -> moment.toEpochMilli();
      case SortKey.Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
      case SortKey.Rank(Priority priority) ->
          switch (priority) {
            case LOW -> 0;
            case NORMAL -> 1;
            case HIGH -> 2;
          };
      case SortKey.Absent() -> order.descending() ? -NEVER : NEVER;
    };
  }
}

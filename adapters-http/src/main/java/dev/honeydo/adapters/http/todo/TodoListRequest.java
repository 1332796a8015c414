package dev.honeydo.adapters.http.todo;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a list is asked for.
 *
 * @param total whether to tell how many there are in all
 * @param filters everything that makes the list another, in one spelling: cursors are bound to it
 */
record TodoListRequest(TodoQuery query, PageRequest page, boolean total, String filters) {
  static final String COMPLETED = "completed";
  private static final String CURSOR = "cursor";
  private static final String SORT = "sort";
  private static final String TOTAL = "include_total";
  private static final String NEWEST_FIRST = "-created_at";

  /** What changes nothing about what is in the list and how it stands there. */
  private static final Set<String> OF_THE_PAGE = Set.of(ListLimit.NAME, CURSOR, TOTAL);

  /** The parameters that a list takes. */
  static final String[] PARAMETERS = {
    ListLimit.NAME,
    CURSOR,
    SORT,
    TOTAL,
    COMPLETED,
    "tag",
    "priority",
    "due_before",
    "due_after",
    "updated_since",
    ListParameters.Q
  };

  /** What is asked for by who asks for nothing in particular, which is what most ask for. */
  private static final TodoListRequest PLAIN =
      new TodoListRequest(
          new TodoQuery(TodoFilter.ALL, TodoOrder.NEWEST_FIRST),
          new PageRequest(ListLimit.BY_DEFAULT, Optional.empty()),
          false,
          filters(new QueryParameters(Map.of())));

  /**
   * Reads the query.
   *
   * @throws Refused when a value is no good
   */
  static TodoListRequest of(QueryParameters query, UserId user, Cursors cursors) {
    if (query.values().isEmpty()) {
      return PLAIN;
    }
    ListParameters parameters = new ListParameters(query);
    int limit = parameters.limit();
    TodoFilter filter =
        new TodoFilter(
            parameters.get(COMPLETED, ListParameters::bool),
            parameters.get("tag", Tag::new),
            parameters.get("priority", TodoFields::priority),
            parameters.get("due_before", ListParameters::instant),
            parameters.get("due_after", ListParameters::instant),
            parameters.get("updated_since", ListParameters::instant),
            parameters.get(ListParameters.Q, ListParameters::terms));
    TodoOrder order = parameters.get(SORT, TodoListRequest::order).orElse(TodoOrder.NEWEST_FIRST);
    boolean total = parameters.get(TOTAL, ListParameters::bool).orElse(false);
    parameters.check();
    String filters = filters(query);
    Optional<TodoPosition> after =
        SealedCursors.after(query, cursor -> cursors.read(cursor, user, filters));
    return new TodoListRequest(
        new TodoQuery(filter, order), new PageRequest(limit, after), total, filters);
  }

  /** Each name and value behind its length: no value can look like another parameter. */
  private static String filters(QueryParameters query) {
    Map<String, String> filters = new TreeMap<>(query.values());
    filters.keySet().removeAll(OF_THE_PAGE);
    filters.putIfAbsent(SORT, NEWEST_FIRST);
    StringBuilder text = new StringBuilder();
    filters.forEach((name, value) ->
        text.append(name.length())
            .append(':')
            .append(name)
            .append(value.length())
            .append(':')
            .append(value));
    return text.toString();
  }

  private static TodoOrder order(String text) {
    boolean descending = text.startsWith("-");
    TodoOrder.Key key =
        switch (descending ? text.substring(1) : text) {
          case "created_at" -> TodoOrder.Key.CREATED_AT;
          case "updated_at" -> TodoOrder.Key.UPDATED_AT;
          case "due_at" -> TodoOrder.Key.DUE_AT;
          case "heading" -> TodoOrder.Key.HEADING;
          case "priority" -> TodoOrder.Key.PRIORITY;
          default ->
              throw new InvalidValue(
                  Violation.NOT_ALLOWED,
                  "must be one of created_at, updated_at, due_at, heading and priority, with - in"
                      + " front for descending");
        };
    return new TodoOrder(key, descending);
  }
}

package dev.honeydo.adapters.http.todo;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a list is asked for.
 *
 * @param filters everything but the page, in one spelling: cursors are bound to it
 */
record TodoListRequest(PageRequest page, String filters) {

  /**
   * Reads the query.
   *
   * @throws Refused when a value is no good
   */
  static TodoListRequest of(QueryParameters query, UserId user, Cursors cursors) {
    int limit = ListLimit.of(query, PageRequest.MOST);
    String filters = filters(query);
    Optional<TodoPosition> after =
        SealedCursors.after(query, cursor -> cursors.read(cursor, user, filters));
    return new TodoListRequest(new PageRequest(limit, after), filters);
  }

  private static String filters(QueryParameters query) {
    Map<String, String> filters = new TreeMap<>(query.values());
    filters.remove(ListLimit.NAME);
    filters.remove(SealedCursors.NAME);
    return filters.toString();
  }
}

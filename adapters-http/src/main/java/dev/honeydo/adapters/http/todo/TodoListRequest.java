package dev.honeydo.adapters.http.todo;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a list is asked for.
 *
 * @param filters everything but the page, in one spelling: cursors are bound to it
 */
record TodoListRequest(PageRequest page, String filters) {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  private static final int DEFAULT_LIMIT = 20;

  /**
   * Reads the query.
   *
   * @throws Refused when a value is no good
   */
  static TodoListRequest of(QueryParameters query, UserId user, Cursors cursors) {
    int limit = query.get(LIMIT).map(TodoListRequest::limit).orElse(DEFAULT_LIMIT);
    String filters = filters(query);
    // An empty cursor is what a client has that fills in its last next_cursor where there was none.
    Optional<TodoPosition> after =
        query
            .get(CURSOR)
            .filter(cursor -> !cursor.isEmpty())
            .map(cursor ->
                cursors
                    .read(cursor, user, filters)
                    .orElseThrow(() -> new Refused(Problem.of(ProblemType.INVALID_CURSOR))));
    return new TodoListRequest(new PageRequest(limit, after), filters);
  }

  private static String filters(QueryParameters query) {
    Map<String, String> filters = new TreeMap<>(query.values());
    filters.remove(LIMIT);
    filters.remove(CURSOR);
    return filters.toString();
  }

  /** 1 to 100; more is as good as 100, however many digits it has. */
  private static int limit(String text) {
    int limit = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        boolean negative = i == 0 && c == '-' && text.length() > 1;
        throw invalid(negative ? FieldCode.OUT_OF_RANGE : FieldCode.INVALID_FORMAT);
      }
      limit = Math.min(limit * 10 + (c - '0'), PageRequest.MOST);
    }
    if (limit == 0) {
      throw invalid(text.isEmpty() ? FieldCode.INVALID_FORMAT : FieldCode.OUT_OF_RANGE);
    }
    return limit;
  }

  private static Refused invalid(FieldCode code) {
    FieldError error =
        FieldError.parameter(LIMIT, code, "must be a number from 1 to " + PageRequest.MOST);
    return new Refused(Problem.of(ProblemType.INVALID_PARAMETER, List.of(error)));
  }
}

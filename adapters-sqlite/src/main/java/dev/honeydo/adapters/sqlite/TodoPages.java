package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads pages of lists: what few todos have is found by that, and then brought into order; what
 * many have is met on the way along the order.
 *
 * <p>Where many have words, which only the full-text table knows, the next todos are looked at one
 * by one; mostly they are a page. Otherwise all rows that have the words are noted, and then met.
 */
final class TodoPages {
  /** How many todos are looked at for each that is wanted. */
  private static final int NEAR = 5;

  private TodoPages() {}

  /** So many todos behind a position, or as many as there are. To be asked in one transaction. */
  static List<Todo> read(
      SqliteConnection connection,
      UserId owner,
      TodoQuery query,
      Optional<TodoPosition> after,
      int wanted)
      throws SQLException {
    Optional<TodoSelection> few = TodoSelection.ofFew(connection, owner, query.filter());
    TodoFilter rest = few.map(TodoSelection::rest).orElse(query.filter());
    TodoOrder order = query.order();
    if (few.isEmpty() && rest.terms().isPresent()) {
      TodoQuery all = new TodoQuery(rest.withoutTerms(), order);
      List<Todo> near = next(connection, owner, all, few, after, NEAR * wanted);
      List<Todo> found = having(rest.terms().get(), near);
      if (found.size() >= wanted || near.size() < NEAR * wanted) {
        return found.subList(0, Math.min(wanted, found.size()));
      }
    }
    return next(connection, owner, new TodoQuery(rest, order), few, after, wanted);
  }

  private static List<Todo> having(SearchTerms terms, List<Todo> todos) {
    return todos.stream().filter(it -> terms.scopeOf(it.content()).isPresent()).toList();
  }

  private static List<Todo> next(
      SqliteConnection connection,
      UserId owner,
      TodoQuery query,
      Optional<TodoSelection> few,
      Optional<TodoPosition> after,
      int wanted)
      throws SQLException {
    List<Todo> found = new ArrayList<>();
    for (TodoListSql part : TodoListSql.page(owner, query, after, few)) {
      if (found.size() < wanted) {
        Object[] values = part.limited(wanted - found.size());
        found.addAll(connection.all(part.sql(), TodoRow::read, values));
      }
    }
    return found;
  }
}

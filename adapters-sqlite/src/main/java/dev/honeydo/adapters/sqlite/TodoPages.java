package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads lists, a page or as far as wanted.
 *
 * <p>What few todos have is found by that, and then brought into order. What many have is met soon
 * enough on a walk along the order. So a page takes no longer where there are more todos, nor where
 * the list has more or fewer of them.
 */
final class TodoPages {
  private static final int STEP = 100;

  private final SqliteConnection connection;
  private final UserId owner;
  private final TodoQuery query;
  private final Optional<TodoSelection> few;

  private TodoPages(
      SqliteConnection connection, UserId owner, TodoQuery query, Optional<TodoSelection> few) {
    this.connection = connection;
    this.owner = owner;
    this.query = query;
    this.few = few;
  }

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
    TodoPages pages =
        new TodoPages(connection, owner, new TodoQuery(rest.withoutTerms(), query.order()), few);
    Optional<SearchTerms> terms = rest.terms();
    if (terms.isEmpty()) {
      return pages.next(after, wanted);
    }
    List<Todo> found = new ArrayList<>();
    pages.walk(
        after,
        todo -> {
          if (terms.get().scopeOf(todo.content()).isPresent()) {
            found.add(todo);
          }
          return found.size() < wanted;
        });
    return found;
  }

  /**
   * Passes on the todos of a list from its beginning, until no more is wanted. To be asked in one
   * transaction.
   */
  static void walk(
      SqliteConnection connection, UserId owner, TodoQuery query, Predicate<Todo> wantsMore)
      throws SQLException {
    new TodoPages(connection, owner, query, Optional.empty()).walk(Optional.empty(), wantsMore);
  }

  private void walk(Optional<TodoPosition> from, Predicate<Todo> wantsMore) throws SQLException {
    Optional<TodoPosition> after = from;
    while (true) {
      List<Todo> step = next(after, STEP);
      for (Todo todo : step) {
        if (!wantsMore.test(todo)) {
          return;
        }
      }
      if (step.size() < STEP) {
        return;
      }
      after = Optional.of(query.order().positionOf(step.getLast()));
    }
  }

  private List<Todo> next(Optional<TodoPosition> after, int wanted) throws SQLException {
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

package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches one scope after the other, the one that weighs most first, until there is enough.
 *
 * <p>What few todos have is found by its words, and then brought into order. What more than {@value
 * #FEW} have is found by the order instead: the newest are looked at, one after the other, and as
 * many of them have it there is soon enough. So neither grows with how many there are to be found.
 */
final class TodoSearch {
  private static final int FEW = 300;

  static final String HOW_MANY =
      "SELECT count(*) FROM (SELECT 1 FROM todo_words WHERE todo_words MATCH ? LIMIT ?)";
  static final String BY_WORDS =
      "SELECT "
          + TodoRow.COLUMNS
          + " FROM todos JOIN (SELECT rowid AS found FROM todo_words WHERE todo_words MATCH ?)"
          + " ON seq = found ORDER BY created_at DESC, id DESC LIMIT ?";
  private static final TodoQuery NEWEST = new TodoQuery(TodoFilter.ALL, TodoOrder.NEWEST_FIRST);

  private final SqliteConnection connection;
  private final UserId owner;
  private final SearchTerms terms;
  private final int limit;
  private final List<Todo> found = new ArrayList<>();

  private TodoSearch(SqliteConnection connection, UserId owner, SearchTerms terms, int limit) {
    this.connection = connection;
    this.owner = owner;
    this.terms = terms;
    this.limit = limit;
  }

  /** The best of what has the words. To be asked in one transaction. */
  static List<Todo> on(SqliteConnection connection, UserId owner, SearchTerms terms, int limit)
      throws SQLException {
    TodoSearch search = new TodoSearch(connection, owner, terms, limit);
    for (SearchScope scope : SearchScope.values()) {
      if (search.found.size() < limit) {
        search.add(scope);
      }
    }
    return search.found;
  }

  private void add(SearchScope scope) throws SQLException {
    String words = WordIndex.match(owner, terms, scope);
    long many = connection.first(HOW_MANY, Row::number, words, FEW + 1).orElseThrow();
    if (many > FEW) {
      addFromNewest(scope);
      return;
    }
    // Those of the scopes before are all here, or there would be enough.
    List<Todo> all = connection.all(BY_WORDS, TodoRow::read, words, limit + found.size());
    for (Todo todo : all) {
      if (found.size() < limit && isOf(scope, todo)) {
        found.add(todo);
      }
    }
  }

  private void addFromNewest(SearchScope scope) throws SQLException {
    TodoPages.walk(
        connection,
        owner,
        NEWEST,
        todo -> {
          if (isOf(scope, todo)) {
            found.add(todo);
          }
          return found.size() < limit;
        });
  }

  private boolean isOf(SearchScope scope, Todo todo) {
    return terms.scopeOf(todo.content()).equals(Optional.of(scope));
  }
}

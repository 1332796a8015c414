package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.TodoFilter;
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
  private static final int NEAR = 100;

  static final String BY_WORDS =
      "SELECT "
          + TodoRow.COLUMNS
          + " FROM todos JOIN (SELECT rowid AS found FROM todo_words WHERE todo_words MATCH ?)"
          + " ON seq = found ORDER BY created_at DESC, id DESC LIMIT ?";
  private static final String FROM_NEWEST =
      "SELECT " + TodoRow.COLUMNS + " FROM todos WHERE owner = ? AND deleted_at IS NULL";
  private static final String NEWEST_FIRST = " ORDER BY created_at DESC, id DESC LIMIT ?";
  static final String NEWEST = FROM_NEWEST + NEWEST_FIRST;
  static final String NEWEST_BY_WORDS =
      FROM_NEWEST
          + " AND seq IN (SELECT rowid FROM todo_words WHERE todo_words MATCH ?)"
          + NEWEST_FIRST;

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
    // Those of the scopes before are all here, or there would be enough.
    int most = limit + found.size();
    if (TodoSelection.matching(words, TodoFilter.ALL).holdsForFew(connection)) {
      addIf(scope, connection.all(BY_WORDS, TodoRow::read, words, most));
    } else if (!addNewest(scope)) {
      addIf(scope, connection.all(NEWEST_BY_WORDS, TodoRow::read, owner.value(), words, most));
    }
  }

  /** Whether there are enough among the newest; otherwise adds nothing. */
  private boolean addNewest(SearchScope scope) throws SQLException {
    List<Todo> newest = connection.all(NEWEST, TodoRow::read, owner.value(), NEAR);
    boolean enough = found.size() + newest.stream().filter(it -> isOf(scope, it)).count() >= limit;
    if (enough) {
      addIf(scope, newest);
    }
    return enough;
  }

  private void addIf(SearchScope scope, List<Todo> todos) {
    for (Todo todo : todos) {
      if (found.size() < limit && isOf(scope, todo)) {
        found.add(todo);
      }
    }
  }

  private boolean isOf(SearchScope scope, Todo todo) {
    return terms.scopeOf(todo.content()).equals(Optional.of(scope));
  }
}

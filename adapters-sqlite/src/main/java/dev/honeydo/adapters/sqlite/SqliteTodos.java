package dev.honeydo.adapters.sqlite;

import dev.honeydo.adapters.sqlite.TodoCounts.Kind;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Todos in the table {@code todos}. A deleted one keeps its row, without its content and one
 * version on. Lists are {@link TodoPages}, searches {@link TodoSearch}, the feed {@link
 * TodoChanges}.
 */
final class SqliteTodos implements Todos {
  private static final String PORT = "Todos";
  private static final int PART = 200;

  static final String FIND =
      "SELECT " + TodoRow.COLUMNS + " FROM todos WHERE owner = ? AND id = ? AND deleted_at IS NULL";
  static final String OWNER = "SELECT owner FROM todos WHERE id = ?";
  private static final String ADD =
      "INSERT INTO todos (owner, change, heading_key, "
          + TodoRow.COLUMNS
          + ") VALUES (?, "
          + TodoChanges.NUMBER
          + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (owner, id) DO NOTHING";
  private static final String REPLACE =
      "UPDATE todos SET change = "
          + TodoChanges.NUMBER
          + ", heading_key = ?, heading = ?, task = ?, priority = ?, due_at = ?, tags = ?,"
          + " completed_at = ?, created_at = ?, updated_at = ?, version = ? WHERE seq = ?";
  static final String STATE =
      "SELECT seq, version, deleted_at IS NOT NULL, coalesce(priority, 0),"
          + " completed_at IS NOT NULL FROM todos WHERE owner = ? AND id = ?";
  static final String SAME_WORDS =
      "SELECT 1 FROM todos WHERE seq = ? AND heading = ? AND tags = ? AND task = ?";
  private static final String BURY =
      "UPDATE todos SET change = "
          + TodoChanges.NUMBER
          + ", heading_key = NULL, heading = NULL, task = NULL,"
          + " priority = NULL, due_at = NULL, tags = NULL, completed_at = NULL, updated_at = ?,"
          + " deleted_at = ?, version = version + 1 WHERE seq = ?";
  static final String COMPLETED =
      "SELECT seq, version, FALSE, priority, TRUE FROM todos INDEXED BY todos_by_completion"
          + " WHERE owner = ? AND completed_at IS NOT NULL AND deleted_at IS NULL LIMIT ?";
  private static final String DELETE_WORDS =
      "DELETE FROM todo_words WHERE rowid IN"
          + " (SELECT seq FROM todos WHERE owner = ? AND deleted_at IS NULL)";
  static final String DELETE_ALL = "DELETE FROM todos WHERE owner = ?";

  private final Database database;

  SqliteTodos(Database database) {
    this.database = database;
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    return database.write(PORT, "add", it -> add(it, owner, todo));
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return database.read(
        PORT, "find", it -> it.first(FIND, TodoRow::read, owner.value(), id.value()));
  }

  @Override
  public Optional<UserId> owner(TodoId id) {
    return database.read(
        PORT, "owner", it -> it.first(OWNER, row -> new UserId(row.id()), id.value()));
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    int wanted = request.limit() + 1;
    List<Todo> found =
        database.read(
            PORT,
            "page",
            it -> it.snapshot(on -> TodoPages.read(on, owner, query, request.after(), wanted)));
    boolean more = found.size() == wanted;
    return new TodoPage(more ? found.subList(0, request.limit()) : found, more);
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    return database.read(
        PORT,
        "count",
        it ->
            TodoCounts.know(filter)
                ? TodoCounts.total(it, owner, filter)
                : it.snapshot(on -> TodoCounts.found(on, owner, filter)));
  }

  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return database.read(
        PORT, "search", it -> it.snapshot(on -> TodoSearch.on(on, owner, terms, limit)));
  }

  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    return database.read(
        PORT, "statistics", it -> it.snapshot(on -> TodoCounts.statistics(on, owner, now)));
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    return database.write(PORT, "replace", it -> replace(it, owner, todo, expected));
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    return database.write(PORT, "delete", it -> delete(it, owner, id, precondition, at));
  }

  @Override
  public Clearance deleteCompleted(UserId owner, Instant at) {
    long count = 0;
    int part;
    do {
      // In parts, so that others who write do not have to wait for all of it.
      part = database.write(PORT, "deleteCompleted", it -> deleteCompleted(it, owner, at));
      count += part;
    } while (part == PART);
    return new Clearance(count);
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return database.read(
        PORT, "changes", it -> it.snapshot(on -> TodoChanges.read(on, owner, since, limit)));
  }

  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return database.write(PORT, "purge", it -> TodoChanges.purge(it, deletedBefore, most));
  }

  @Override
  public Clearance deleteAll(UserId owner) {
    return database.write(PORT, "deleteAll", it -> deleteAll(it, owner));
  }

  private static Addition add(SqliteConnection connection, UserId owner, Todo todo)
      throws SQLException {
    TodoContent content = todo.content();
    TodoChanges.next(connection, owner);
    int added =
        connection.change(
            ADD,
            owner.value(),
            owner.value(),
            content.heading().sortKey(),
            todo.id().value(),
            content.heading().value(),
            content.task().value(),
            TodoRow.rank(content.priority()),
            TodoRow.dueAt(content),
            TagsJson.write(content.tags()),
            todo.completedAt(),
            todo.createdAt(),
            todo.updatedAt(),
            todo.version().value());
    if (added == 0) {
      return new Exists(connection.first(FIND, TodoRow::read, owner.value(), todo.id().value()));
    }
    WordIndex.add(connection, owner, content);
    TodoCounts.add(connection, owner, Kind.of(todo), 1);
    return new Added();
  }

  private static Replacement replace(
      SqliteConnection connection, UserId owner, Todo todo, Version expected) throws SQLException {
    Optional<State> state = state(connection, owner, todo.id()).filter(it -> !it.deleted());
    if (state.isEmpty()) {
      return new Missing();
    }
    if (!state.get().version().equals(expected)) {
      return new Stale(state.get().version());
    }
    TodoContent content = todo.content();
    long row = state.get().row();
    String tags = TagsJson.write(content.tags());
    boolean sameWords =
        connection
            .first(
                SAME_WORDS, Row::flag, row, content.heading().value(), tags, content.task().value())
            .isPresent();
    TodoChanges.next(connection, owner);
    int _ =
        connection.change(
            REPLACE,
            owner.value(),
            content.heading().sortKey(),
            content.heading().value(),
            content.task().value(),
            TodoRow.rank(content.priority()),
            TodoRow.dueAt(content),
            tags,
            todo.completedAt(),
            todo.createdAt(),
            todo.updatedAt(),
            todo.version().value(),
            row);
    TodoCounts.move(connection, owner, state.get().kind(), Kind.of(todo));
    if (!sameWords) {
      WordIndex.remove(connection, row);
      WordIndex.add(connection, row, owner, content);
    }
    return new Replaced();
  }

  private static Deletion delete(
      SqliteConnection connection, UserId owner, TodoId id, Precondition precondition, Instant at)
      throws SQLException {
    Optional<State> state = state(connection, owner, id);
    if (state.isEmpty()) {
      return new Missing();
    }
    if (state.get().deleted()) {
      return new AlreadyDeleted();
    }
    if (!precondition.admits(state.get().version())) {
      return new Stale(state.get().version());
    }
    bury(connection, owner, state.get(), at);
    return new Deleted();
  }

  private static void bury(SqliteConnection connection, UserId owner, State todo, Instant at)
      throws SQLException {
    TodoChanges.next(connection, owner);
    int _ = connection.change(BURY, owner.value(), at, at, todo.row());
    WordIndex.remove(connection, todo.row());
    TodoCounts.add(connection, owner, todo.kind(), -1);
  }

  private static int deleteCompleted(SqliteConnection connection, UserId owner, Instant at)
      throws SQLException {
    List<State> completed = connection.all(COMPLETED, State::read, owner.value(), PART);
    for (State todo : completed) {
      bury(connection, owner, todo, at);
    }
    return completed.size();
  }

  private static Clearance deleteAll(SqliteConnection connection, UserId owner)
      throws SQLException {
    long live = TodoCounts.total(connection, owner, TodoFilter.ALL).value();
    int _ = connection.change(DELETE_WORDS, owner.value());
    int _ = connection.change(DELETE_ALL, owner.value());
    TodoChanges.forget(connection, owner);
    TodoCounts.forget(connection, owner);
    return new Clearance(live);
  }

  private static Optional<State> state(SqliteConnection connection, UserId owner, TodoId id)
      throws SQLException {
    return connection.first(STATE, State::read, owner.value(), id.value());
  }

  private record State(long row, Version version, boolean deleted, Kind kind) {
    static State read(Row row) throws SQLException {
      return new State(
          row.number(), row.version(), row.flag(), new Kind((int) row.number(), row.flag()));
    }
  }
}

package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
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
 * version on. A page is one backward walk through the index {@code todos_by_age}, which holds the
 * live ones.
 */
final class SqliteTodos implements Todos {
  private static final String PORT = "Todos";

  static final String FIND =
      "SELECT " + TodoRow.COLUMNS + " FROM todos WHERE owner = ? AND id = ? AND deleted_at IS NULL";
  private static final String NEWEST_FIRST = " ORDER BY created_at DESC, id DESC LIMIT ?";
  static final String FIRST_PAGE =
      "SELECT "
          + TodoRow.COLUMNS
          + " FROM todos WHERE owner = ? AND deleted_at IS NULL"
          + NEWEST_FIRST;
  static final String NEXT_PAGE =
      "SELECT "
          + TodoRow.COLUMNS
          + " FROM todos WHERE owner = ? AND deleted_at IS NULL AND (created_at, id) < (?, ?)"
          + NEWEST_FIRST;
  private static final String ADD =
      "INSERT INTO todos (owner, "
          + TodoRow.COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (owner, id) DO NOTHING";
  private static final String REPLACE =
      "UPDATE todos SET heading = ?, task = ?, priority = ?, due_at = ?, tags = ?,"
          + " completed_at = ?, created_at = ?, updated_at = ?, version = ?"
          + " WHERE owner = ? AND id = ?";
  static final String STATE =
      "SELECT version, deleted_at IS NOT NULL FROM todos WHERE owner = ? AND id = ?";
  private static final String BURY =
      "UPDATE todos SET heading = NULL, task = NULL, priority = NULL, due_at = NULL, tags = NULL,"
          + " completed_at = NULL, updated_at = ?, deleted_at = ?, version = version + 1"
          + " WHERE owner = ? AND id = ?";
  static final String COUNT = "SELECT count(*) FROM todos WHERE owner = ? AND deleted_at IS NULL";
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
  public TodoPage page(UserId owner, PageRequest request) {
    List<Todo> found = database.read(PORT, "page", it -> page(it, owner, request));
    boolean more = found.size() > request.limit();
    return new TodoPage(more ? found.subList(0, request.limit()) : found, more);
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
  public Clearance deleteAll(UserId owner) {
    return database.write(PORT, "deleteAll", it -> deleteAll(it, owner));
  }

  private static Addition add(SqliteConnection connection, UserId owner, Todo todo)
      throws SQLException {
    TodoContent content = todo.content();
    int added =
        connection.change(
            ADD,
            owner.value(),
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
    return added == 1
        ? new Added()
        : new Exists(connection.first(FIND, TodoRow::read, owner.value(), todo.id().value()));
  }

  /** One todo more than the page holds, where there is one. */
  private static List<Todo> page(SqliteConnection connection, UserId owner, PageRequest request)
      throws SQLException {
    int wanted = request.limit() + 1;
    if (request.after().isEmpty()) {
      return connection.all(FIRST_PAGE, TodoRow::read, owner.value(), wanted);
    }
    TodoPosition after = request.after().get();
    return connection.all(
        NEXT_PAGE, TodoRow::read, owner.value(), after.createdAt(), after.id().value(), wanted);
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
    int _ =
        connection.change(
            REPLACE,
            content.heading().value(),
            content.task().value(),
            TodoRow.rank(content.priority()),
            TodoRow.dueAt(content),
            TagsJson.write(content.tags()),
            todo.completedAt(),
            todo.createdAt(),
            todo.updatedAt(),
            todo.version().value(),
            owner.value(),
            todo.id().value());
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
    int _ = connection.change(BURY, at, at, owner.value(), id.value());
    return new Deleted();
  }

  private static Clearance deleteAll(SqliteConnection connection, UserId owner)
      throws SQLException {
    long live = connection.first(COUNT, Row::number, owner.value()).orElseThrow();
    int _ = connection.change(DELETE_ALL, owner.value());
    return new Clearance(live);
  }

  private static Optional<State> state(SqliteConnection connection, UserId owner, TodoId id)
      throws SQLException {
    return connection.first(
        STATE, row -> new State(row.version(), row.flag()), owner.value(), id.value());
  }

  private record State(Version version, boolean deleted) {}
}

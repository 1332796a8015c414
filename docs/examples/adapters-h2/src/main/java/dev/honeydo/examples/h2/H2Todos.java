package dev.honeydo.examples.h2;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Todos as rows of one table; of those that were deleted only the ids, in another. */
final class H2Todos implements Todos {
  private final Database database;

  H2Todos(Database database) {
    this.database = database;
  }

  @Override
  public Addition add(UserId owner, Todo todo) {
    return database.run(
        "Todos",
        "add",
        in -> {
          if (!TodoRow.insert(in, owner, todo)) {
            return existing(in, owner, todo.id());
          }
          if (wasDeleted(in, owner, todo.id())) {
            in.update("delete from todos where id = ?", todo.id().toString());
            return new Exists(Optional.empty());
          }
          return new Added();
        });
  }

  private static Exists existing(Transaction in, UserId owner, TodoId id) throws SQLException {
    Optional<Todo> current = known(in, owner, id);
    if (current.isEmpty() && !wasDeleted(in, owner, id)) {
      throw new IllegalStateException("another todo has the id " + id);
    }
    return new Exists(current);
  }

  @Override
  public Optional<Todo> find(UserId owner, TodoId id) {
    return database.run("Todos", "find", in -> known(in, owner, id));
  }

  private static Optional<Todo> known(Transaction in, UserId owner, TodoId id) throws SQLException {
    return in.first(
        TodoRow::read,
        "select * from todos where owner = ? and id = ?",
        owner.toString(),
        id.toString());
  }

  @Override
  public TodoPage page(UserId owner, PageRequest request) {
    // Greater than the place of any todo, so that the first page needs no statement of its own.
    long createdAt = Long.MAX_VALUE;
    String id = "";
    if (request.after().isPresent()) {
      TodoPosition after = request.after().get();
      createdAt = after.createdAt().toEpochMilli();
      id = after.id().toString();
    }
    List<Todo> found = behind(owner, createdAt, id, request.limit() + 1);
    boolean more = found.size() > request.limit();
    return new TodoPage(more ? found.subList(0, request.limit()) : found, more);
  }

  private List<Todo> behind(UserId owner, long createdAt, String id, int limit) {
    return database.run(
        "Todos",
        "page",
        in ->
            in.all(
                TodoRow::read,
                """
                select * from todos where owner = ? and (created_at, id) < (?, ?)
                order by created_at desc, id desc limit ?
                """,
                owner.toString(),
                createdAt,
                id,
                limit));
  }

  @Override
  public Replacement replace(UserId owner, Todo todo, Version expected) {
    return database.run(
        "Todos",
        "replace",
        in -> {
          Optional<Version> current = locked(in, owner, todo.id());
          if (current.isEmpty()) {
            return new Missing();
          }
          if (!current.get().equals(expected)) {
            return new Stale(current.get());
          }
          TodoRow.update(in, todo);
          return new Replaced();
        });
  }

  @Override
  public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
    return database.run(
        "Todos",
        "delete",
        in -> {
          Optional<Version> current = locked(in, owner, id);
          if (current.isEmpty()) {
            return wasDeleted(in, owner, id) ? new AlreadyDeleted() : new Missing();
          }
          if (!precondition.admits(current.get())) {
            return new Stale(current.get());
          }
          in.update("delete from todos where id = ?", id.toString());
          in.update(
              "insert into deleted_todos (owner, id, deleted_at) values (?, ?, ?)",
              owner.toString(),
              id.toString(),
              at.toEpochMilli());
          return new Deleted();
        });
  }

  @Override
  public Clearance deleteAll(UserId owner) {
    return database.run(
        "Todos",
        "deleteAll",
        in -> {
          int count = in.update("delete from todos where owner = ?", owner.toString());
          in.update("delete from deleted_todos where owner = ?", owner.toString());
          return new Clearance(count);
        });
  }

  private static Optional<Version> locked(Transaction in, UserId owner, TodoId id)
      throws SQLException {
    return in.first(
        row -> new Version(row.getLong("version")),
        "select version from todos where owner = ? and id = ? for update",
        owner.toString(),
        id.toString());
  }

  private static boolean wasDeleted(Transaction in, UserId owner, TodoId id) throws SQLException {
    return in.first(
            row -> row.getString("id"),
            "select id from deleted_todos where owner = ? and id = ?",
            owner.toString(),
            id.toString())
        .isPresent();
  }
}

package dev.honeydo.examples.h2;

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
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
            TodoWords.delete(in, todo.id());
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

  @Override
  public Optional<UserId> owner(TodoId id) {
    return database.run(
        "Todos",
        "owner",
        in ->
            in.first(
                row -> new UserId(UUID.fromString(row.getString("owner"))),
                """
                select owner from todos where id = ?
                union all select owner from deleted_todos where id = ?
                """,
                id.toString(),
                id.toString()));
  }

  private static Optional<Todo> known(Transaction in, UserId owner, TodoId id) throws SQLException {
    return in.first(
        TodoRow::read,
        "select * from todos where owner = ? and id = ?",
        owner.toString(),
        id.toString());
  }

  @Override
  public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
    TodoListSql list = TodoListSql.page(owner, query, request);
    List<Todo> found =
        database.run("Todos", "page", in -> in.all(TodoRow::read, list.sql(), list.parameters()));
    boolean more = found.size() > request.limit();
    return new TodoPage(more ? found.subList(0, request.limit()) : found, more);
  }

  @Override
  public TodoCount count(UserId owner, TodoFilter filter) {
    TodoListSql list = TodoListSql.count(owner, filter);
    return database.run(
        "Todos",
        "count",
        in ->
            in.first(row -> new TodoCount(row.getLong(1)), list.sql(), list.parameters())
                .orElseThrow());
  }

  /** The widest scope comes last and has what the others have, so that nothing moves away. */
  @Override
  public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
    return database.run(
        "Todos",
        "search",
        in -> {
          Map<TodoId, Todo> found = new LinkedHashMap<>();
          for (SearchScope scope : SearchScope.values()) {
            TodoListSql list = TodoListSql.search(owner, terms, scope, limit);
            in.all(TodoRow::read, list.sql(), list.parameters())
                .forEach(todo -> found.putIfAbsent(todo.id(), todo));
          }
          return found.values().stream().limit(limit).toList();
        });
  }

  @Override
  public TodoStatistics statistics(UserId owner, Instant now) {
    return database.run(
        "Todos",
        "statistics",
        in -> {
          TodoStatistics.Tally tally = new TodoStatistics.Tally(now);
          in.all(
                  row ->
                      new Counted(
                          Priority.valueOf(row.getString("priority")),
                          TodoRow.instant(row, "completed_at"),
                          TodoRow.instant(row, "due_at")),
                  "select priority, completed_at, due_at from todos where owner = ?",
                  owner.toString())
              .forEach(it -> tally.count(it.priority(), it.completedAt(), it.dueAt()));
          return tally.result();
        });
  }

  private record Counted(
      Priority priority, Optional<Instant> completedAt, Optional<Instant> dueAt) {}

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
          TodoRow.update(in, owner, todo);
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
          bury(in, owner, id.toString(), at);
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
          in.update("delete from todo_words where owner = ?", owner.toString());
          in.update("delete from todo_changes where owner = ?", owner.toString());
          return new Clearance(count);
        });
  }

  @Override
  public Clearance deleteCompleted(UserId owner, Instant at) {
    return database.run(
        "Todos",
        "deleteCompleted",
        in -> {
          List<String> completed =
              in.all(
                  row -> row.getString("id"),
                  "select id from todos where owner = ? and completed order by id for update",
                  owner.toString());
          for (String id : completed) {
            bury(in, owner, id, at);
          }
          return new Clearance(completed.size());
        });
  }

  private static void bury(Transaction in, UserId owner, String id, Instant at)
      throws SQLException {
    in.update("delete from todo_words where todo = ?", id);
    in.update("delete from todos where id = ?", id);
    in.update(
        "insert into deleted_todos (change_number, owner, id, deleted_at) values (?, ?, ?, ?)",
        TodoChanges.next(in, owner),
        owner.toString(),
        id,
        at.toEpochMilli());
  }

  @Override
  public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
    return database.run("Todos", "changes", in -> TodoChanges.read(in, owner, since, limit));
  }

  @Override
  public Purge purge(Instant deletedBefore, int most) {
    return database.run("Todos", "purge", in -> TodoChanges.purge(in, deletedBefore, most));
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

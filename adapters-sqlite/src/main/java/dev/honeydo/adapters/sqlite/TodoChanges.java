package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The numbers of changes. Each owner's are given out in the transaction that makes the change, and
 * there is one writer: what has a lower number was committed no later, so that whoever has seen a
 * number will never meet a lower one that is new.
 */
final class TodoChanges {
  static final String NEXT = "UPDATE todo_changes SET last = last + 1 WHERE owner = ?";

  /** The number of the change that a transaction makes, behind {@link #next}. */
  static final String NUMBER = "(SELECT last FROM todo_changes WHERE owner = ?)";

  private static final String FIRST =
      "INSERT INTO todo_changes (owner, last, forgotten) VALUES (?, 1, 0)";
  static final String STATE = "SELECT last, forgotten FROM todo_changes WHERE owner = ?";
  static final String BEHIND =
      "SELECT change, deleted_at, "
          + TodoRow.COLUMNS
          + " FROM todos WHERE owner = ? AND change > ? ORDER BY change LIMIT ?";
  static final String DELETED_BEFORE =
      "SELECT owner, id, change FROM todos WHERE deleted_at < ? ORDER BY deleted_at LIMIT ?";
  private static final String RAISE =
      "UPDATE todo_changes SET forgotten = max(forgotten, ?) WHERE owner = ?";
  private static final String FORGET = "DELETE FROM todos WHERE owner = ? AND id = ?";
  private static final String FORGET_ALL = "DELETE FROM todo_changes WHERE owner = ?";

  private TodoChanges() {}

  /**
   * Gives out the {@link #NUMBER} of the change that this transaction makes.
   *
   * <p>Not by a statement with {@code RETURNING}, before which SQLite sets a savepoint: at each of
   * those FTS5 writes out what a transaction has added to the index so far, which costs more than
   * all the rest of a group of additions.
   */
  static void next(SqliteConnection connection, UserId owner) throws SQLException {
    if (connection.change(NEXT, owner.value()) == 0) {
      int _ = connection.change(FIRST, owner.value());
    }
  }

  /** What is behind a position, read from one state of the database. */
  static Todos.Feed read(
      SqliteConnection connection, UserId owner, Optional<ChangePosition> since, int limit)
      throws SQLException {
    State state =
        connection
            .first(STATE, row -> new State(row.number(), row.number()), owner.value())
            .orElse(new State(0, 0));
    ChangePosition from = since.orElseGet(() -> new ChangePosition(0, state.forgotten()));
    if (from.misses(state.forgotten())) {
      return new Todos.Forgotten();
    }
    List<Numbered> behind =
        connection.all(BEHIND, TodoChanges::numbered, owner.value(), from.sequence(), limit + 1);
    boolean more = behind.size() > limit;
    List<Numbered> part = more ? behind.subList(0, limit) : behind;
    long reached = more ? part.getLast().number() : Math.max(from.sequence(), state.last());
    return new Todos.Changes(
        part.stream().map(Numbered::change).toList(),
        new ChangePosition(reached, from.horizon()),
        more);
  }

  /** Forgets what was deleted longest ago. */
  static Purge purge(SqliteConnection connection, Instant deletedBefore, int most)
      throws SQLException {
    List<Tombstone> old = connection.all(DELETED_BEFORE, Tombstone::read, deletedBefore, most + 1);
    for (Tombstone each : old.subList(0, Math.min(most, old.size()))) {
      int _ = connection.change(RAISE, each.change(), each.owner());
      int _ = connection.change(FORGET, each.owner(), each.id());
    }
    return new Purge(old.size() <= most);
  }

  /** Forgets the owner. */
  static void forget(SqliteConnection connection, UserId owner) throws SQLException {
    int _ = connection.change(FORGET_ALL, owner.value());
  }

  private static Numbered numbered(Row row) throws SQLException {
    long number = row.number();
    Optional<Instant> deletedAt = row.optionalInstant();
    return new Numbered(
        number,
        deletedAt.isPresent()
            ? new TodoChange.Deletion(new TodoId(row.id()), deletedAt.get())
            : new TodoChange.Upsert(TodoRow.read(row)));
  }

  private record State(long last, long forgotten) {}

  private record Numbered(long number, TodoChange change) {}

  private record Tombstone(UUID owner, UUID id, long change) {
    static Tombstone read(Row row) throws SQLException {
      return new Tombstone(row.id(), row.id(), row.number());
    }
  }
}

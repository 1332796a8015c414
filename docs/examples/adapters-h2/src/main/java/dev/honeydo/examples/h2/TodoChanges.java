package dev.honeydo.examples.h2;

import static java.time.Instant.ofEpochMilli;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The numbers of changes. Whoever changes something takes the next number from the owner's row and
 * holds on to that row until the change is committed: the changes of one owner are committed in the
 * order of their numbers. Readers ask for the last number first and for nothing above it.
 */
final class TodoChanges {
  private TodoChanges() {}

  /** The number of the change that this transaction makes. */
  static long next(Transaction in, UserId owner) throws SQLException {
    String id = owner.toString();
    if (in.update("update todo_changes set last = last + 1 where owner = ?", id) == 0) {
      boolean _ =
          in.updatesUnlessTaken(
              "insert into todo_changes (owner, last, forgotten) values (?, 0, 0)", id);
      in.update("update todo_changes set last = last + 1 where owner = ?", id);
    }
    return state(in, owner).last();
  }

  static Todos.Feed read(Transaction in, UserId owner, Optional<ChangePosition> since, int limit)
      throws SQLException {
    State state = state(in, owner);
    ChangePosition from = since.orElse(new ChangePosition(0, state.forgotten()));
    // What is there first: what goes meanwhile goes under a number that is not asked for.
    List<Numbered> behind =
        Stream.concat(
                live(in, owner, from, state, limit + 1).stream(),
                deleted(in, owner, from, state, limit + 1).stream())
            .sorted(Comparator.comparing(Numbered::number))
            .toList();
    if (from.misses(state(in, owner).forgotten())) {
      return since.isPresent() ? new Todos.Forgotten() : read(in, owner, since, limit);
    }
    boolean more = behind.size() > limit;
    List<Numbered> part = new ArrayList<>(more ? behind.subList(0, limit) : behind);
    long reached = more ? part.getLast().number() : Math.max(from.sequence(), state.last());
    return new Todos.Changes(
        part.stream().map(Numbered::change).toList(),
        new ChangePosition(reached, from.horizon()),
        more);
  }

  private static List<Numbered> live(
      Transaction in, UserId owner, ChangePosition from, State state, int limit)
      throws SQLException {
    return in.all(
        row -> new Numbered(row.getLong("change_number"), new TodoChange.Upsert(TodoRow.read(row))),
        """
        select * from todos where owner = ? and change_number > ? and change_number <= ?
        order by change_number limit ?
        """,
        owner.toString(),
        from.sequence(),
        state.last(),
        limit);
  }

  private static List<Numbered> deleted(
      Transaction in, UserId owner, ChangePosition from, State state, int limit)
      throws SQLException {
    return in.all(
        row ->
            new Numbered(
                row.getLong("change_number"),
                new TodoChange.Deletion(
                    new TodoId(UUID.fromString(row.getString("id"))),
                    ofEpochMilli(row.getLong("deleted_at")))),
        """
        select * from deleted_todos where owner = ? and change_number > ? and change_number <= ?
        order by change_number limit ?
        """,
        owner.toString(),
        from.sequence(),
        state.last(),
        limit);
  }

  static Purge purge(Transaction in, Instant deletedBefore, int most) throws SQLException {
    long before = deletedBefore.toEpochMilli();
    List<Tombstone> old =
        in.all(
            row ->
                new Tombstone(
                    row.getString("owner"), row.getString("id"), row.getLong("change_number")),
            "select * from deleted_todos where deleted_at < ? order by deleted_at limit ?",
            before,
            most + 1);
    for (Tombstone each : old.subList(0, Math.min(most, old.size()))) {
      in.update(
          "update todo_changes set forgotten = greatest(forgotten, ?) where owner = ?",
          each.number(),
          each.owner());
      in.update("delete from deleted_todos where owner = ? and id = ?", each.owner(), each.id());
    }
    return new Purge(old.size() <= most);
  }

  private static State state(Transaction in, UserId owner) throws SQLException {
    return in.first(
            row -> new State(row.getLong("last"), row.getLong("forgotten")),
            "select last, forgotten from todo_changes where owner = ?",
            owner.toString())
        .orElse(new State(0, 0));
  }

  private record State(long last, long forgotten) {}

  private record Numbered(long number, TodoChange change) {}

  private record Tombstone(String owner, String id, long number) {}
}

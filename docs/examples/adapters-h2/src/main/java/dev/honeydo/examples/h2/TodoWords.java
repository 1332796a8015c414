package dev.honeydo.examples.h2;

import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The words of todos, one row each. */
final class TodoWords {
  private TodoWords() {}

  static void insert(Transaction in, UserId owner, Todo todo) throws SQLException {
    Map<String, Integer> parts = new LinkedHashMap<>();
    for (SearchScope scope : SearchScope.values()) {
      scope.words(todo.content()).forEach(word -> parts.putIfAbsent(word, part(scope)));
    }
    for (Map.Entry<String, Integer> each : parts.entrySet()) {
      in.update(
          "insert into todo_words (owner, word, part, todo) values (?, ?, ?, ?)",
          owner.toString(),
          each.getKey(),
          each.getValue(),
          todo.id().toString());
    }
  }

  static void delete(Transaction in, TodoId todo) throws SQLException {
    in.update("delete from todo_words where todo = ?", todo.toString());
  }

  /** Gives what an older version of this store kept its place in lists, searches and changes. */
  static void fill(Transaction in) throws SQLException {
    List<Owned> older =
        in.all(
            row ->
                new Owned(new UserId(UUID.fromString(row.getString("owner"))), TodoRow.read(row)),
            "select * from todos where heading_key is null");
    for (Owned each : older) {
      in.update(
          "update todos set heading_key = ?, change_number = ? where id = ?",
          TodoRow.sortKey(each.todo().content()),
          TodoChanges.next(in, each.owner()),
          each.todo().id().toString());
      insert(in, each.owner(), each.todo());
    }
  }

  /** A number that rises with the part. */
  static int part(SearchScope scope) {
    return switch (scope) {
      case HEADING -> 0;
      case LABELS -> 1;
      case EVERYTHING -> 2;
    };
  }

  private record Owned(UserId owner, Todo todo) {}
}

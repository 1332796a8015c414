package dev.honeydo.application.port;

import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import java.time.Instant;

/**
 * The place of a todo in a list, which stays when the todo itself goes or is changed.
 *
 * @param key what the list is in order of
 */
public record TodoPosition(SortKey key, TodoId id) {

  /** The place of what was made, changed or due at that instant. */
  public TodoPosition(Instant moment, TodoId id) {
    this(new SortKey.Moment(moment), id);
  }

  /** The place of this todo where the newest comes first. */
  public static TodoPosition of(Todo todo) {
    return TodoOrder.NEWEST_FIRST.positionOf(todo);
  }
}

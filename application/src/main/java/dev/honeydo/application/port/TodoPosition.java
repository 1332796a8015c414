package dev.honeydo.application.port;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import java.time.Instant;

/** The place of a todo in its owner's list, which stays when the todo itself goes. */
public record TodoPosition(Instant createdAt, TodoId id) {

  /** Cuts the instant to milliseconds. */
  public TodoPosition {
    createdAt = Moments.of(createdAt);
  }

  /** The place of this todo. */
  public static TodoPosition of(Todo todo) {
    return new TodoPosition(todo.createdAt(), todo.id());
  }
}

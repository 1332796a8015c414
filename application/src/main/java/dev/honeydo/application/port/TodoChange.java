package dev.honeydo.application.port;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import java.time.Instant;

/** The newest that there is to say of one todo. */
public sealed interface TodoChange {

  /** It is new or has changed. */
  record Upsert(Todo todo) implements TodoChange {}

  /** It was deleted. */
  record Deletion(TodoId id, Instant deletedAt) implements TodoChange {
    /** Cuts the instant to milliseconds. */
    public Deletion {
      deletedAt = Moments.of(deletedAt);
    }
  }
}

package dev.honeydo.application.port;

import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;

/** Something that has changed for a user, and is in the record by now. */
public sealed interface Event {

  /** There is a todo more. */
  record TodoCreated(Todo todo) implements Event {}

  /**
   * A todo is another than it was. Two that change one todo at the same time may be told of in
   * either order: the greater version is the later.
   */
  record TodoUpdated(Todo todo) implements Event {}

  /** A todo was deleted. */
  record TodoDeleted(TodoId id) implements Event {}

  /** A session has ended before its time. */
  record SessionRevoked(SessionId id) implements Event {}

  /** More has changed, or may have, than is told one by one: everything is to be read anew. */
  record Overhauled() implements Event {}
}

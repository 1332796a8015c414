package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Event;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import java.time.DateTimeException;
import java.util.Optional;

/**
 * How events are written: how todos are (see {@link Envelope#SCHEMA}), which kind of event it is,
 * and what it is about.
 */
final class EventPayload {
  private static final int BYTES = 200;
  private static final int CREATED = 1;
  private static final int UPDATED = 2;
  private static final int DELETED = 3;
  private static final int REVOKED = 4;
  private static final int OVERHAULED = 5;

  private EventPayload() {}

  /** About how many bytes an event takes in memory. */
  static int weight(Event event) {
    return BYTES
        + switch (event) {
          case Event.TodoCreated(Todo todo) -> TodoPayload.weight(todo);
          case Event.TodoUpdated(Todo todo) -> TodoPayload.weight(todo);
          case Event.TodoDeleted _, Event.SessionRevoked _, Event.Overhauled() -> 0;
        };
  }

  static byte[] write(Event event) {
    Output out = new Output().count(Envelope.SCHEMA);
    switch (event) {
      case Event.TodoCreated(Todo todo) -> TodoPayload.write(out.count(CREATED), todo);
      case Event.TodoUpdated(Todo todo) -> TodoPayload.write(out.count(UPDATED), todo);
      case Event.TodoDeleted(TodoId id) -> {
        Output _ = out.count(DELETED).id(id.value());
      }
      case Event.SessionRevoked(SessionId id) -> {
        Output _ = out.count(REVOKED).id(id.value());
      }
      case Event.Overhauled() -> {
        Output _ = out.count(OVERHAULED);
      }
    }
    return out.toBytes();
  }

  /** The event in these bytes, or empty where this version knows none like it. */
  static Optional<Event> read(byte[] bytes) {
    Input in = new Input(bytes, 0, bytes.length);
    try {
      return in.count() == Envelope.SCHEMA
          ? event(in.count(), in).filter(_ -> in.isAtEnd())
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException garbage) {
      return Optional.empty();
    }
  }

  private static Optional<Event> event(int kind, Input in) {
    return switch (kind) {
      case CREATED -> Optional.of(new Event.TodoCreated(TodoPayload.read(in)));
      case UPDATED -> Optional.of(new Event.TodoUpdated(TodoPayload.read(in)));
      case DELETED -> Optional.of(new Event.TodoDeleted(new TodoId(in.id())));
      case REVOKED -> Optional.of(new Event.SessionRevoked(new SessionId(in.id())));
      case OVERHAULED -> Optional.of(new Event.Overhauled());
      default -> Optional.empty();
    };
  }
}

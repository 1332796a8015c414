package dev.honeydo.adapters.http.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.todo.TodoJson;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * How events look in a stream (WHATWG HTML, section 9.2.5 "Interpreting an event stream"). JSON as
 * we write it has no line breaks, so one {@code data} line holds it.
 */
final class EventFrames {
  private static final byte[] NOTHING = "{}".getBytes(UTF_8);

  private EventFrames() {}

  /**
   * How a stream begins: when to come back should it break, and from where to read on then.
   *
   * @param after absent-minded readers have this id before there was any event
   */
  static byte[] opening(Duration retry, EventId after) {
    return text("retry: " + retry.toMillis() + "\nid: " + after + "\n\n");
  }

  /** Says that the stream is alive. */
  static byte[] beat() {
    return text(":\n\n");
  }

  /** Everything is to be read anew. */
  static byte[] resync(EventId end) {
    return frame("resync", end, NOTHING);
  }

  /** One event. */
  static byte[] of(Events.Entry entry) {
    EventId id = entry.id();
    return switch (entry.event()) {
      case Event.TodoCreated(Todo todo) -> frame("todo.created", id, json(todo));
      case Event.TodoUpdated(Todo todo) -> frame("todo.updated", id, json(todo));
      case Event.TodoDeleted(TodoId gone) -> frame("todo.deleted", id, json(gone.toString()));
      case Event.SessionRevoked(SessionId ended) ->
          frame("session.revoked", id, json(ended.toString()));
      case Event.Overhauled() -> resync(id);
    };
  }

  private static byte[] json(Todo todo) {
    return JsonText.of(json -> TodoJson.write(json, todo));
  }

  private static byte[] json(String id) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeEndObject();
    });
  }

  private static byte[] frame(String name, EventId id, byte[] data) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(data.length + 96);
    frame.writeBytes(text("event: " + name + "\nid: " + id + "\ndata: "));
    frame.writeBytes(data);
    frame.writeBytes(text("\n\n"));
    return frame.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }
}

package dev.honeydo.adapters.http.todo;

import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The cursors of a user's list of todos, each bound to the user and to the list's filters. */
final class Cursors {
  private static final String LIST = "todos";
  private static final int PLACE_BYTES = Long.BYTES + 2 * Long.BYTES;

  private final SealedCursors sealed;

  Cursors(SealedCursors sealed) {
    this.sealed = sealed;
  }

  /**
   * The cursor for that place.
   *
   * @param filters what the list was asked for but for the page
   */
  String write(TodoPosition position, UserId user, String filters) {
    UUID id = position.id().value();
    byte[] place =
        ByteBuffer.allocate(PLACE_BYTES)
            .putLong(position.createdAt().toEpochMilli())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return sealed.write(place, LIST, user.toString(), filters);
  }

  /** The place that a cursor stands for, or empty where it was not made for this list. */
  Optional<TodoPosition> read(String cursor, UserId user, String filters) {
    return sealed
        .read(cursor, LIST, user.toString(), filters)
        .filter(place -> place.length == PLACE_BYTES)
        .map(ByteBuffer::wrap)
        .map(place ->
            new TodoPosition(
                Instant.ofEpochMilli(place.getLong()),
                new TodoId(new UUID(place.getLong(), place.getLong()))));
  }
}

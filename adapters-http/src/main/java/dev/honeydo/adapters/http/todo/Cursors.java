package dev.honeydo.adapters.http.todo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The cursors of a user's todos, each bound to the user and to what the place is in: the changes,
 * or a list with certain filters in a certain order. A place in a list is an id, one byte for the
 * kind of key, and the key.
 */
final class Cursors {
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final String CHANGES = "changes";
  private static final String LIST = "todos";

  private final SealedCursors sealed;

  Cursors(SealedCursors sealed) {
    this.sealed = sealed;
  }

  /** What is another object, and not equal, once cursors are made with another key. */
  Object keysInUse() {
    return sealed.keysInUse();
  }

  /**
   * The cursor for that place in a list.
   *
   * @param filters what the list was asked for but for the page
   */
  String write(TodoPosition position, UserId user, String filters) {
    byte[] sortKey = bytes(position.key());
    UUID id = position.id().value();
    byte[] place =
        ByteBuffer.allocate(ID_BYTES + sortKey.length)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(sortKey)
            .array();
    return sealed.write(place, LIST, user.toString(), filters);
  }

  /** The place that a cursor stands for, or empty where it was not made for this list. */
  Optional<TodoPosition> read(String cursor, UserId user, String filters) {
    return sealed
        .read(cursor, LIST, user.toString(), filters)
        .map(place -> {
          ByteBuffer buffer = ByteBuffer.wrap(place);
          TodoId id = new TodoId(new UUID(buffer.getLong(), buffer.getLong()));
          return new TodoPosition(sortKey(buffer), id);
        });
  }

  /** The cursor for that place in the changes. */
  String write(ChangePosition position, UserId user) {
    byte[] place =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(position.sequence())
            .putLong(position.horizon())
            .array();
    return sealed.write(place, CHANGES, user.toString());
  }

  /** The place in the changes that a cursor stands for, or empty where it was made for none. */
  Optional<ChangePosition> readChange(String cursor, UserId user) {
    return sealed
        .read(cursor, CHANGES, user.toString())
        .map(ByteBuffer::wrap)
        .map(place -> new ChangePosition(place.getLong(), place.getLong()));
  }

  private static byte[] bytes(SortKey key) {
    return switch (key) {
      case SortKey.Absent() -> new byte[] {'a'};
      case SortKey.Moment(Instant moment) ->
          ByteBuffer.allocate(1 + Long.BYTES)
              .put((byte) 'm')
              .putLong(moment.toEpochMilli())
              .array();
      case SortKey.Rank(Priority priority) -> ("r" + priority.name()).getBytes(UTF_8);
      case SortKey.Text(String text) -> ("t" + text).getBytes(UTF_8);
    };
  }

  private static SortKey sortKey(ByteBuffer bytes) {
    byte kind = bytes.get();
    return switch (kind) {
      case 'a' -> new SortKey.Absent();
      case 'm' -> new SortKey.Moment(Instant.ofEpochMilli(bytes.getLong()));
      case 'r' -> new SortKey.Rank(Priority.valueOf(UTF_8.decode(bytes).toString()));
      case 't' -> new SortKey.Text(UTF_8.decode(bytes).toString());
      default -> throw new IllegalStateException("sealed by us, and of no kind: " + kind);
    };
  }
}

package dev.honeydo.adapters.http.todo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes cursors and reads them back: base64url of a place and the first {@value #SEAL_BYTES} bytes
 * of an HMAC-SHA256 over that place, the user and what the place is in: the changes, or a list with
 * certain filters in a certain order.
 *
 * <p>So a cursor says nothing to clients, and is good for nothing but to go on with the very thing
 * it came from. A place in a list is an id, one byte for the kind of key, and the key.
 */
final class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int SEAL_BYTES = 16;
  private static final String CHANGES = "changes";
  private static final String LIST = "list ";

  private final SecretKey key;

  Cursors(SecretKey key) {
    this.key = key;
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
    return sealed(place, user, LIST + filters);
  }

  /** The place that a cursor stands for, or empty where it was not made for this list. */
  Optional<TodoPosition> read(String cursor, UserId user, String filters) {
    return opened(cursor, user, LIST + filters)
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
    return sealed(place, user, CHANGES);
  }

  /** The place in the changes that a cursor stands for, or empty where it was made for none. */
  Optional<ChangePosition> readChange(String cursor, UserId user) {
    return opened(cursor, user, CHANGES)
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

  private String sealed(byte[] place, UserId user, String purpose) {
    byte[] cursor = Arrays.copyOf(place, place.length + SEAL_BYTES);
    System.arraycopy(seal(place, user, purpose), 0, cursor, place.length, SEAL_BYTES);
    return encode(cursor);
  }

  private Optional<byte[]> opened(String cursor, UserId user, String purpose) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length < SEAL_BYTES || !encode(bytes).equals(cursor)) {
      return Optional.empty();
    }
    byte[] place = Arrays.copyOf(bytes, bytes.length - SEAL_BYTES);
    byte[] seal = Arrays.copyOfRange(bytes, place.length, bytes.length);
    return MessageDigest.isEqual(seal, seal(place, user, purpose))
        ? Optional.of(place)
        : Optional.empty();
  }

  /** Each part has a length of its own or is behind its length, so that none runs into the next. */
  private byte[] seal(byte[] place, UserId user, String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      UUID owner = user.value();
      mac.update(
          ByteBuffer.allocate(Integer.BYTES + ID_BYTES)
              .putInt(place.length)
              .putLong(owner.getMostSignificantBits())
              .putLong(owner.getLeastSignificantBits())
              .flip());
      mac.update(place);
      return Arrays.copyOf(mac.doFinal(purpose.getBytes(UTF_8)), SEAL_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

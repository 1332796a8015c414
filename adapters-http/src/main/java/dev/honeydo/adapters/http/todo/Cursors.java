package dev.honeydo.adapters.http.todo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.TodoPosition;
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
 * Makes cursors and reads them back: base64url of a place in a list and the first {@value
 * #SEAL_BYTES} bytes of an HMAC-SHA256 over that place, the user and the list's filters.
 *
 * <p>So a cursor says nothing to clients, and is good for nothing but the next page of the very
 * list it came from.
 */
final class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int PLACE_BYTES = Long.BYTES + 2 * Long.BYTES;
  private static final int SEAL_BYTES = 16;

  private final SecretKey key;

  Cursors(SecretKey key) {
    this.key = key;
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
    byte[] cursor = Arrays.copyOf(place, PLACE_BYTES + SEAL_BYTES);
    System.arraycopy(seal(place, user, filters), 0, cursor, PLACE_BYTES, SEAL_BYTES);
    return encode(cursor);
  }

  /** The place that a cursor stands for, or empty where it was not made for this list. */
  Optional<TodoPosition> read(String cursor, UserId user, String filters) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != PLACE_BYTES + SEAL_BYTES || !encode(bytes).equals(cursor)) {
      return Optional.empty();
    }
    byte[] place = Arrays.copyOf(bytes, PLACE_BYTES);
    byte[] seal = Arrays.copyOfRange(bytes, PLACE_BYTES, bytes.length);
    if (!MessageDigest.isEqual(seal, seal(place, user, filters))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(place);
    Instant createdAt = Instant.ofEpochMilli(buffer.getLong());
    TodoId id = new TodoId(new UUID(buffer.getLong(), buffer.getLong()));
    return Optional.of(new TodoPosition(createdAt, id));
  }

  private byte[] seal(byte[] place, UserId user, String filters) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(place);
      UUID owner = user.value();
      mac.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(owner.getMostSignificantBits())
              .putLong(owner.getLeastSignificantBits())
              .flip());
      return Arrays.copyOf(mac.doFinal(filters.getBytes(UTF_8)), SEAL_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

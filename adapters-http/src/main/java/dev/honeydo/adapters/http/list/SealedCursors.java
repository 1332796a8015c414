package dev.honeydo.adapters.http.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes cursors of places in lists and reads them back: base64url of the place and the first
 * {@value #SEAL_BYTES} bytes of an HMAC-SHA256 over that place and what the cursor is bound to,
 * each with its length before it, so that no two lists are spelt alike.
 *
 * <p>So a cursor says nothing to clients, and is good for nothing but the next page of the very
 * list it came from. The first key seals, and what any of them has sealed is read: a list can be
 * walked to its end while the keys change.
 *
 * <p>Thread-safe.
 */
public final class SealedCursors {
  /** The parameter that brings one back. */
  public static final String NAME = "cursor";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL_BYTES = 16;

  private final Supplier<List<SecretKey>> keys;

  /** Seals with the first of the keys there are at each moment. */
  public SealedCursors(Supplier<List<SecretKey>> keys) {
    this.keys = keys;
  }

  /** What is another object, and not equal, once the keys are others. */
  public Object keysInUse() {
    return keys.get();
  }

  /**
   * The cursor for a place.
   *
   * @param bound the list's name, whose it is, what it was asked for but for the page
   */
  public String write(byte[] place, String... bound) {
    byte[] cursor = Arrays.copyOf(place, place.length + SEAL_BYTES);
    byte[] seal = seal(keys.get().getFirst(), place, bound);
    System.arraycopy(seal, 0, cursor, place.length, SEAL_BYTES);
    return encode(cursor);
  }

  /** The place that a cursor stands for, or empty where it was not made for this list. */
  public Optional<byte[]> read(String cursor, String... bound) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length <= SEAL_BYTES || !encode(bytes).equals(cursor)) {
      return Optional.empty();
    }
    byte[] place = Arrays.copyOf(bytes, bytes.length - SEAL_BYTES);
    byte[] seal = Arrays.copyOfRange(bytes, place.length, bytes.length);
    return keys.get().stream().anyMatch(key -> MessageDigest.isEqual(seal, seal(key, place, bound)))
        ? Optional.of(place)
        : Optional.empty();
  }

  /**
   * The place that a request goes on from; absent where it begins. An empty cursor is what a client
   * has that fills in its last {@code next_cursor} where there was none.
   *
   * @param reading what becomes of the cursor, empty where it is no good
   * @throws Refused with {@code invalid_cursor}
   */
  public static <T> Optional<T> after(
      QueryParameters query, Function<String, Optional<T>> reading) {
    return query
        .get(NAME)
        .filter(cursor -> !cursor.isEmpty())
        .map(cursor ->
            reading
                .apply(cursor)
                .orElseThrow(() -> new Refused(Problem.of(ProblemType.INVALID_CURSOR))));
  }

  private static byte[] seal(SecretKey key, byte[] place, String... bound) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      update(mac, place);
      for (String part : bound) {
        update(mac, part.getBytes(UTF_8));
      }
      return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void update(Mac mac, byte[] part) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    mac.update(part);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package dev.honeydo.domain.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Names one thing that is to be done once: whose it is, what is asked for, and the key that the
 * client chose for it.
 *
 * @param value the SHA-256 of all that, in 43 letters, digits, {@code -} and {@code _}
 */
public record ClaimKey(String value) {

  /** The key of these parts. No other parts have the same: each counts with its length. */
  public static ClaimKey of(List<String> parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      sha256.update(bytes);
    }
    return new ClaimKey(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

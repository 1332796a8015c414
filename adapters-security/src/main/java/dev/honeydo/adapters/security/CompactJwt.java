package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A token taken apart (RFC 7515, section 3.1), with nothing decoded yet: three parts in unpadded
 * base64url, the last as long as an HMAC-SHA256 is.
 *
 * @param text the whole token
 * @param bytes its characters, which are ASCII
 * @param headerEnd where the first dot is
 * @param payloadEnd where the second dot is
 */
@SuppressWarnings("ArrayRecordComponent") // Taken apart to be looked at once, and never compared.
record CompactJwt(String text, byte[] bytes, int headerEnd, int payloadEnd) {
  /** How many characters a token may have. */
  static final int LONGEST_TEXT = 8 * 1024;

  private static final int SIGNATURE_LENGTH = 43;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final boolean[] BASE64URL = base64url();

  /** The parts of {@code text}, or empty where it cannot be one of our tokens. */
  static Optional<CompactJwt> parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 1 || second < first + 2 || text.length() - second - 1 != SIGNATURE_LENGTH) {
      return Optional.empty();
    }
    byte[] bytes = text.getBytes(US_ASCII);
    return isBase64url(bytes, 0, first)
            && isBase64url(bytes, first + 1, second)
            && isBase64url(bytes, second + 1, bytes.length)
        ? Optional.of(new CompactJwt(text, bytes, first, second))
        : Optional.empty();
  }

  String header() {
    return text.substring(0, headerEnd);
  }

  String payload() {
    return text.substring(headerEnd + 1, payloadEnd);
  }

  byte[] signature() {
    return Arrays.copyOfRange(bytes, payloadEnd + 1, bytes.length);
  }

  /**
   * What is written in {@code part}.
   *
   * @throws IllegalArgumentException when its length is not one that base64url can have
   */
  static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  /** Whether all of it is; what was no ASCII has become a question mark, which is none. */
  private static boolean isBase64url(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!BASE64URL[bytes[i]]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] base64url() {
    boolean[] allowed = new boolean[128];
    for (byte c : ALPHABET.getBytes(US_ASCII)) {
      allowed[c] = true;
    }
    return allowed;
  }
}

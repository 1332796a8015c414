package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * A token taken apart (RFC 7515, section 3.1), with nothing decoded yet: three parts in unpadded
 * base64url, the last as long as an HMAC-SHA256 is.
 *
 * @param text the whole token
 */
record CompactJwt(String text, String header, String payload, String signature) {
  /** How many characters a token may have. */
  static final int LONGEST_TEXT = 8 * 1024;

  private static final int SIGNATURE_LENGTH = 43;

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
    CompactJwt jwt =
        new CompactJwt(
            text,
            text.substring(0, first),
            text.substring(first + 1, second),
            text.substring(second + 1));
    return isBase64url(jwt.header) && isBase64url(jwt.payload) && isBase64url(jwt.signature)
        ? Optional.of(jwt)
        : Optional.empty();
  }

  /**
   * What is written in {@code part}.
   *
   * @throws IllegalArgumentException when its length is not one that base64url can have
   */
  static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  static byte[] bytes(String part) {
    return part.getBytes(US_ASCII);
  }

  private static boolean isBase64url(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean allowed =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}

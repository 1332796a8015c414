package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script, sent by its digest, and in full only to a server that does not have it. All keys it
 * touches are given as keys and lie in one hash slot; it returns a table, and needs nothing newer
 * than Redis 6.2.
 *
 * @param digest SHA-1, by which Redis knows scripts
 */
record Script(String text, String digest) {

  static Script of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
      return new Script(text, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

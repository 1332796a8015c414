package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret that signs tokens: at least {@value #FEWEST_BYTES} bytes, which is what HS256 asks for
 * (RFC 7518, section 3.2). Immutable; equal keys have equal bytes.
 */
public final class SigningKey {
  /** The fewest bytes a key has. */
  public static final int FEWEST_BYTES = 32;

  private static final String BASE64 = "base64:";
  private static final int ID_DIGITS = 16;

  private final byte[] bytes;
  private final String id;

  private SigningKey(byte[] bytes) {
    if (bytes.length < FEWEST_BYTES) {
      throw new InvalidValue(
          Violation.TOO_SHORT,
          "must be at least " + FEWEST_BYTES + " bytes long, and has " + bytes.length);
    }
    this.bytes = bytes;
    this.id = HexFormat.of().formatHex(sha256(bytes)).substring(0, ID_DIGITS);
  }

  /**
   * The key that {@code text} writes: its UTF-8 bytes, or what it holds in Base64 (RFC 4648,
   * section 4) after the prefix {@code base64:}.
   *
   * @throws InvalidValue when the key is too short or not Base64; says nothing of the text
   */
  public static SigningKey parse(String text) {
    return new SigningKey(text.startsWith(BASE64) ? base64(text) : text.getBytes(UTF_8));
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.substring(BASE64.length()));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(Violation.INVALID_FORMAT, "must be Base64 after " + BASE64);
    }
  }

  /** A key of {@value #FEWEST_BYTES} bytes from a cryptographic generator. */
  public static SigningKey random() {
    byte[] bytes = new byte[FEWEST_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SigningKey(bytes);
  }

  /** The key itself as {@link #parse} reads it, {@code base64:…}: to be kept, never shown. */
  public String secretText() {
    return BASE64 + Base64.getEncoder().encodeToString(bytes);
  }

  /** The {@code kid} of what it signs: the first 16 hex digits of its SHA-256. It is public. */
  public String id() {
    return id;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningKey key && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Names the key, says nothing of the secret. */
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}

package dev.honeydo.adapters.security;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash and what it was made with, written as a PHC string: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>}, both in unpadded Base64.
 */
final class Argon2Hash {
  private static final int LONGEST_TEXT = 256;

  /** Salts of 8 to 64 bytes, tags of 16 to 64. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,5}),t=([1-9][0-9]?),p=([1-9][0-9]?)"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] tag;

  Argon2Hash(Argon2Cost cost, byte[] salt, byte[] tag) {
    this.cost = cost;
    this.salt = salt.clone();
    this.tag = tag.clone();
  }

  /** The hash that {@code phc} writes, or empty where it writes none within our bounds. */
  static Optional<Argon2Hash> parse(String phc) {
    if (phc.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(phc);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Argon2Cost cost =
          new Argon2Cost(number(form.group(1)), number(form.group(2)), number(form.group(3)));
      Base64.Decoder base64 = Base64.getDecoder();
      return Optional.of(
          new Argon2Hash(cost, base64.decode(form.group(4)), base64.decode(form.group(5))));
    } catch (IllegalArgumentException beyondOurBoundsOrNotBase64) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** Whether {@code argon2} makes the same tag of {@code password}; takes the same time if not. */
  boolean matches(byte[] password, Argon2 argon2) {
    return MessageDigest.isEqual(tag, argon2.tag(password, salt, cost, tag.length));
  }

  /** Whether it was made with less memory or fewer iterations. */
  boolean cheaperThan(Argon2Cost other) {
    return cost.memoryKib() < other.memoryKib() || cost.iterations() < other.iterations();
  }

  /** The PHC string, which {@link #parse} reads. */
  String phc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        cost.memoryKib(),
        cost.iterations(),
        cost.parallelism(),
        base64.encodeToString(salt),
        base64.encodeToString(tag));
  }
}

package dev.honeydo.domain.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.domain.user.UserId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The secret that opens a session: {@code s1.<owner>.<256 random bits>}, both in unpadded
 * base64url. Whoever holds it is its owner, so no store keeps it: they keep its {@link #hash}.
 *
 * @param owner whose session it opens; says where to look, proves nothing
 * @param secret 43 characters of base64url
 */
public record SessionToken(UserId owner, String secret) {
  /** How many random bytes stand in a token. */
  public static final int SECRET_BYTES = 32;

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern FORM =
      Pattern.compile("s1\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

  /** Checks the form. */
  public SessionToken {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("a session's secret has 43 characters of base64url");
    }
  }

  /**
   * A token made of {@value #SECRET_BYTES} fresh random bytes.
   *
   * @throws IllegalArgumentException when there are more or fewer bytes
   */
  public static SessionToken of(UserId owner, byte[] random) {
    return new SessionToken(owner, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The token that {@code text} writes, or empty where it cannot be one of ours. */
  public static Optional<SessionToken> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    ByteBuffer owner = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group(1)));
    UserId id = new UserId(new UUID(owner.getLong(), owner.getLong()));
    return Optional.of(new SessionToken(id, form.group(2))).filter(it -> it.text().equals(text));
  }

  /** The whole token, which {@link #parse} reads: for its owner's eyes only. */
  public String text() {
    UUID id = owner.value();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return "s1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "." + secret;
  }

  /** What is kept of the token: SHA-256, which is enough for 256 random bits. */
  public SessionTokenHash hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(UTF_8));
      return new SessionTokenHash(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "SessionToken[redacted]";
  }
}

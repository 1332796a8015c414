package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code r1.<family>.<counter>.<mac>}: the family's id in 22 characters of base64url, the counter
 * in decimal, and the HMAC-SHA256 of all that stands before it in 43 characters of base64url.
 *
 * <p>The key is derived from the signing key; tokens by a key that signed before are read as long
 * as it is known, and a link that is given again after a change of keys is given by the new one.
 * Since the MAC covers the very text, and is compared as text, a link has no second spelling.
 */
final class HmacRefreshTokens implements RefreshTokens {
  static final String PURPOSE = "refresh";

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern FORM =
      Pattern.compile("(r1\\.([A-Za-z0-9_-]{22})\\.(0|[1-9][0-9]{0,18}))\\.([A-Za-z0-9_-]{43})");

  private final Supplier<List<SecretKeySpec>> keys;

  HmacRefreshTokens(KeyRing signingKeys) {
    this.keys =
        signingKeys.each(key -> new SecretKeySpec(DerivedKeys.derive(key, PURPOSE), ALGORITHM));
  }

  @Override
  public RefreshToken tokenOf(RefreshLink link) {
    if (link.counter() < 0) {
      throw new IllegalArgumentException("links are counted from 0");
    }
    String stem = "r1." + text(link.family().value()) + "." + link.counter();
    return new RefreshToken(stem + "." + mac(keys.get().getFirst(), stem));
  }

  @Override
  public Optional<RefreshLink> read(RefreshToken token) {
    Matcher form = FORM.matcher(token.text());
    if (!form.matches() || !isOurs(form.group(1), form.group(4))) {
      return Optional.empty();
    }
    ByteBuffer family = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group(2)));
    FamilyId id = new FamilyId(new UUID(family.getLong(), family.getLong()));
    return Optional.of(new RefreshLink(id, Long.parseLong(form.group(3))));
  }

  private boolean isOurs(String stem, String presented) {
    byte[] presentedBytes = presented.getBytes(UTF_8);
    return keys.get().stream()
        .anyMatch(key -> MessageDigest.isEqual(mac(key, stem).getBytes(UTF_8), presentedBytes));
  }

  private static String mac(SecretKeySpec key, String stem) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return base64url(mac.doFinal(stem.getBytes(UTF_8)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String text(UUID id) {
    return base64url(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package dev.honeydo.adapters.security;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.application.port.SessionTokens;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Everything that needs a secret or a random number.
 *
 * <p>All of it works in this process and is never unavailable. Closing waits for the passwords that
 * are being hashed; after that the hasher turns everybody away, and the rest works on.
 *
 * <p>Thread-safe.
 */
public final class SecurityAdapters implements AutoCloseable {
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private final KeyRing signingKeys;
  private final HashingThreads hashingThreads;
  private final PasswordHasher passwordHasher;
  private final CommonPasswords commonPasswords;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final SessionTokens sessionTokens;
  private final Ids ids;

  private SecurityAdapters(SecuritySettings settings, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    Argon2Cost cost = settings.passwordCost();
    this.signingKeys = new KeyRing(settings.signingKeys());
    this.hashingThreads = new HashingThreads(settings.concurrentHashes());
    this.passwordHasher =
        new Argon2Passwords(
            cost, new Argon2OnDemand(() -> new BouncyCastleArgon2(cost)), hashingThreads, random);
    this.commonPasswords = new ShippedCommonPasswords();
    this.accessTokens = new JwtAccessTokens(signingKeys, settings.issuer(), clock);
    this.refreshTokens = new HmacRefreshTokens(signingKeys);
    this.sessionTokens = new RandomSessionTokens(random);
    this.ids = new TimeOrderedIds(clock, random);
  }

  /** Opens the adapters. */
  public static SecurityAdapters open(SecuritySettings settings, InstantSource clock) {
    return new SecurityAdapters(settings, clock);
  }

  /** Argon2id. */
  public PasswordHasher passwordHasher() {
    return passwordHasher;
  }

  /** The list that zxcvbn ships. */
  public CommonPasswords commonPasswords() {
    return commonPasswords;
  }

  /** Signed JSON Web Tokens. */
  public AccessTokens accessTokens() {
    return accessTokens;
  }

  /** Tokens that carry their link and a MAC. */
  public RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  /** Random tokens. */
  public SessionTokens sessionTokens() {
    return sessionTokens;
  }

  /** UUIDv7. */
  public Ids ids() {
    return ids;
  }

  /**
   * Keys of 32 bytes for HMAC-SHA256 and for one purpose, one of each signing key there is when it
   * is asked: the first is to sign, and what any of them has signed is good (HKDF-SHA256, RFC
   * 5869). Keys of different purposes tell nothing of each other.
   *
   * @param purpose lower-case letters, digits and hyphens, a letter first, for example {@code
   *     list-cursor}; {@code refresh} is taken
   * @throws IllegalArgumentException when the purpose is written otherwise, or taken
   */
  public Supplier<List<SecretKey>> derivedKeys(String purpose) {
    if (!PURPOSE.matcher(purpose).matches() || purpose.equals(HmacRefreshTokens.PURPOSE)) {
      throw new IllegalArgumentException("not a purpose that keys can be had for: " + purpose);
    }
    return signingKeys.each(
        key -> new SecretKeySpec(DerivedKeys.derive(key, purpose), "HmacSHA256"));
  }

  /**
   * Goes on with other keys, at once and without a request failing. What a key has signed is good
   * as long as it is one of them, so a new key is best made known to all instances before it signs,
   * and an old one dropped when what it has signed has expired.
   */
  public void rotate(SigningKeys next) {
    signingKeys.replace(next);
  }

  @Override
  public void close() {
    hashingThreads.close();
  }
}

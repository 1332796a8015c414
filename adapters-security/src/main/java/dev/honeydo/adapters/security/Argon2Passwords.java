package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Argon2id over the UTF-8 bytes of a password just as it was sent, with a salt of 16 random bytes
 * and a tag of 32, kept as the PHC string of {@link Argon2Hash}.
 *
 * <p>A password is checked at the cost it was hashed at. Where nothing readable was kept it is
 * checked against a hash of nothing, made of random bytes when the adapter is opened, at the
 * present cost.
 */
final class Argon2Passwords implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Argon2Cost cost;
  private final Argon2 argon2;
  private final HashingThreads threads;
  private final SecureRandom random;
  private final Argon2Hash hashOfNothing;

  Argon2Passwords(Argon2Cost cost, Argon2 argon2, HashingThreads threads, SecureRandom random) {
    this.cost = cost;
    this.argon2 = argon2;
    this.threads = threads;
    this.random = random;
    this.hashOfNothing = new Argon2Hash(cost, random(SALT_BYTES), random(TAG_BYTES));
  }

  @Override
  public Hashing hash(NewPassword password) {
    return threads
        .run(() -> wiping(password.raw(), this::hashed))
        .<Hashing>map(Hashed::new)
        .orElseGet(Argon2Passwords::overloaded);
  }

  @Override
  public Verification verify(RawPassword presented, Optional<PasswordHash> kept) {
    Optional<Argon2Hash> readable = kept.flatMap(it -> Argon2Hash.parse(it.phc()));
    Argon2Hash hash = readable.orElse(hashOfNothing);
    return threads
        .run(() -> wiping(presented, bytes -> hash.matches(bytes, argon2)))
        .<Verification>map(same -> same && readable.isPresent() ? new Right() : new Wrong())
        .orElseGet(Argon2Passwords::overloaded);
  }

  /** A hash that cannot be read says nothing of what it was made with, and is no good anyway. */
  @Override
  public boolean isOutdated(PasswordHash kept) {
    return Argon2Hash.parse(kept.phc()).filter(it -> it.cheaperThan(cost)).isPresent();
  }

  private PasswordHash hashed(byte[] password) {
    byte[] salt = random(SALT_BYTES);
    byte[] tag = argon2.tag(password, salt, cost, TAG_BYTES);
    return new PasswordHash(new Argon2Hash(cost, salt, tag).phc());
  }

  private static <T> T wiping(RawPassword password, Function<byte[], T> work) {
    byte[] bytes = password.value().getBytes(UTF_8);
    try {
      return work.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Overloaded overloaded() {
    return new Overloaded(RETRY_AFTER);
  }
}

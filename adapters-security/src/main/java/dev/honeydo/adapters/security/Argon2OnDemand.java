package dev.honeydo.adapters.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Argon2 that is made when the first password is hashed: the JVM checks the signatures of Bouncy
 * Castle's jar before it loads a class from it, which takes a tenth of the time that a start takes.
 */
final class Argon2OnDemand implements Argon2 {
  private final Supplier<Argon2> making;
  private volatile @Nullable Argon2 made;

  /** Asks {@code making} once, or a few times where the first few hashes come at once. */
  Argon2OnDemand(Supplier<Argon2> making) {
    this.making = making;
  }

  @Override
  public byte[] tag(byte[] password, byte[] salt, Argon2Cost cost, int length) {
    Argon2 argon2 = made;
    if (argon2 == null) {
      argon2 = making.get();
      made = argon2;
    }
    return argon2.tag(password, salt, cost, length);
  }
}

package dev.honeydo.application.port;

import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes and checks what is kept of passwords, at a cost that is high on purpose.
 *
 * <p><b>Guarantees.</b> No more hashes are computed at once than the machine can bear; the rest
 * wait a moment and are then turned away as {@link Overloaded}, without work. Two hashes of one
 * password differ.
 *
 * <p>Thread-safe.
 */
public interface PasswordHasher {

  /** Hashes a password for keeping. */
  Hashing hash(NewPassword password);

  /**
   * Checks a password against what was kept of it. Where nothing was kept, because there is no such
   * account, the same work is done and the answer is {@link Wrong}: time tells nobody which
   * accounts exist.
   */
  Verification verify(RawPassword presented, Optional<PasswordHash> kept);

  /**
   * Whether {@code kept} was made with less than passwords are hashed with now, so that it should
   * be made anew when the password is known next.
   */
  boolean isOutdated(PasswordHash kept);

  /** What became of a {@link #hash}. */
  sealed interface Hashing {}

  /** The hash to keep. */
  record Hashed(PasswordHash hash) implements Hashing {}

  /** What became of a {@link #verify}. */
  sealed interface Verification {}

  /** It is the password. */
  record Right() implements Verification {}

  /** It is not the password. */
  record Wrong() implements Verification {}

  /**
   * Too many at once; nothing was computed.
   *
   * @param retryAfter when it is worth trying again
   */
  record Overloaded(Duration retryAfter) implements Hashing, Verification {}
}

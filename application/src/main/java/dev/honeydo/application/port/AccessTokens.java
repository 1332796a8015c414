package dev.honeydo.application.port;

import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;

/**
 * Signs what a user may show instead of a password, and reads it back.
 *
 * <p>Thread-safe; never unavailable.
 */
public interface AccessTokens {

  /** The claims, signed. */
  AccessToken sign(AccessClaims claims);

  /**
   * Reads a token that a client presents. It is genuine only if it is signed by us with the one
   * algorithm we use, is of our type, issuer and audience, and says everything that {@link
   * AccessClaims} holds; what lacks any of it is {@link Forged}, never an exception.
   */
  Reading read(AccessToken token);

  /** What a token turns out to be. */
  sealed interface Reading {}

  /** It is ours and its time has not run out. */
  record Genuine(AccessClaims claims) implements Reading {}

  /** It is ours, and void since its {@code exp}. */
  record Expired() implements Reading {}

  /** It is not one of ours, or not of this kind. */
  record Forged() implements Reading {}
}

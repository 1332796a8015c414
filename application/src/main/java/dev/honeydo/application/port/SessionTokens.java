package dev.honeydo.application.port;

import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;

/**
 * Where the secrets of sessions come from.
 *
 * <p>Thread-safe; never unavailable.
 */
public interface SessionTokens {

  /** A token for a session of {@code owner}, with 256 bits from a cryptographic generator. */
  SessionToken mint(UserId owner);
}

package dev.honeydo.adapters.security;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;
import java.security.SecureRandom;

/** Secrets straight from a {@link SecureRandom}. */
final class RandomSessionTokens implements SessionTokens {
  private final SecureRandom random;

  RandomSessionTokens(SecureRandom random) {
    this.random = random;
  }

  @Override
  public SessionToken mint(UserId owner) {
    byte[] secret = new byte[SessionToken.SECRET_BYTES];
    random.nextBytes(secret);
    return SessionToken.of(owner, secret);
  }
}

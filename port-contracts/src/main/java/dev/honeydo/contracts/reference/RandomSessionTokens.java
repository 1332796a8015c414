package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;
import java.security.SecureRandom;

/** Tokens from the platform's generator. */
public final class RandomSessionTokens implements SessionTokens {
  private final SecureRandom random = new SecureRandom();

  @Override
  public SessionToken mint(UserId owner) {
    byte[] bytes = new byte[SessionToken.SECRET_BYTES];
    random.nextBytes(bytes);
    return SessionToken.of(owner, bytes);
  }
}

package dev.honeydo.adapters.security;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import java.security.SecureRandom;

final class RandomSessionTokensContractTest implements SessionTokensContract {
  private final SessionTokens tokens = new RandomSessionTokens(new SecureRandom());

  @Override
  public SessionTokens sessionTokens() {
    return tokens;
  }
}

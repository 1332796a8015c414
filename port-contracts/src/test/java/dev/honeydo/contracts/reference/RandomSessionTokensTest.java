package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;

final class RandomSessionTokensTest implements SessionTokensContract {
  private final RandomSessionTokens sessionTokens = new RandomSessionTokens();

  @Override
  public SessionTokens sessionTokens() {
    return sessionTokens;
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.contracts.RefreshTokensContract;

final class InMemoryRefreshTokensTest implements RefreshTokensContract {
  private final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();

  @Override
  public RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  @Override
  public RefreshTokens anotherView() {
    return refreshTokens;
  }

  @Override
  public RefreshTokens foreign() {
    return new InMemoryRefreshTokens();
  }
}

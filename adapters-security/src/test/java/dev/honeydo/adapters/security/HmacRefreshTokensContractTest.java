package dev.honeydo.adapters.security;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.contracts.RefreshTokensContract;

final class HmacRefreshTokensContractTest implements RefreshTokensContract {
  private final SigningKey key = SigningKey.random();
  private final RefreshTokens tokens = with(key);

  @Override
  public RefreshTokens refreshTokens() {
    return tokens;
  }

  @Override
  public RefreshTokens anotherView() {
    return with(SigningKey.parse(key.secretText()));
  }

  @Override
  public RefreshTokens foreign() {
    return with(SigningKey.random());
  }

  private static RefreshTokens with(SigningKey key) {
    return new HmacRefreshTokens(new KeyRing(SigningKeys.of(key)));
  }
}

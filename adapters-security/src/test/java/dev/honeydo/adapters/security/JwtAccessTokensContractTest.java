package dev.honeydo.adapters.security;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.contracts.AccessTokensContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;

final class JwtAccessTokensContractTest implements AccessTokensContract {
  private final TestClock clock = new TestClock();
  private final SigningKey key = SigningKey.random();
  private final AccessTokens tokens = with(key);

  @Override
  public AccessTokens accessTokens() {
    return tokens;
  }

  @Override
  public AccessTokens anotherView() {
    return with(SigningKey.parse(key.secretText()));
  }

  @Override
  public AccessTokens foreign() {
    return with(SigningKey.random());
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  private AccessTokens with(SigningKey key) {
    return new JwtAccessTokens(
        new KeyRing(SigningKeys.of(key)), SecuritySettings.DEFAULT_ISSUER, clock);
  }
}

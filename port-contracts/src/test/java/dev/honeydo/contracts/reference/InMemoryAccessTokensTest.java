package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.contracts.AccessTokensContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;

final class InMemoryAccessTokensTest implements AccessTokensContract {
  private final TestClock clock = new TestClock();
  private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(clock);

  @Override
  public AccessTokens accessTokens() {
    return accessTokens;
  }

  @Override
  public AccessTokens anotherView() {
    return accessTokens;
  }

  @Override
  public AccessTokens foreign() {
    return new InMemoryAccessTokens(clock);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;

final class InMemoryRevokedTokensTest implements RevokedTokensContract {
  private final TestClock clock = new TestClock();
  private final InMemoryRevokedTokens revokedTokens = new InMemoryRevokedTokens(clock);

  @Override
  public RevokedTokens revokedTokens() {
    return revokedTokens;
  }

  @Override
  public RevokedTokens anotherView() {
    return revokedTokens;
  }

  @Override
  public RevokedTokens unreachable() {
    InMemoryRevokedTokens gone = new InMemoryRevokedTokens(clock);
    gone.setAvailable(false);
    return gone;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }
}

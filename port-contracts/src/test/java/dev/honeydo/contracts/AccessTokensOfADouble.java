package dev.honeydo.contracts;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.contracts.reference.InMemoryAccessTokens;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class AccessTokensOfADouble implements AccessTokensContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<AccessTokens> wrong;
  private final AccessTokens accessTokens;
  private final AccessTokens anotherView;

  AccessTokensOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongAccessTokens.ALL);
    InMemoryAccessTokens key = new InMemoryAccessTokens(clock);
    this.accessTokens = wrong.of(key, clock);
    this.anotherView = wrong.of(key, clock);
  }

  @Override
  public AccessTokens accessTokens() {
    return accessTokens;
  }

  @Override
  public AccessTokens anotherView() {
    return anotherView;
  }

  @Override
  public AccessTokens foreign() {
    return wrong.of(new InMemoryAccessTokens(clock), clock);
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

package dev.honeydo.contracts;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class RevokedTokensOfADouble implements RevokedTokensContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<RevokedTokens> wrong;
  private final RevokedTokens revokedTokens;
  private final RevokedTokens anotherView;

  RevokedTokensOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongRevokedTokens.all());
    InMemoryRevokedTokens store = new InMemoryRevokedTokens(clock);
    this.revokedTokens = wrong.of(store, clock);
    this.anotherView = wrong.of(store, clock);
  }

  @Override
  public RevokedTokens revokedTokens() {
    return revokedTokens;
  }

  @Override
  public RevokedTokens anotherView() {
    return anotherView;
  }

  @Override
  public RevokedTokens unreachable() {
    InMemoryRevokedTokens gone = new InMemoryRevokedTokens(clock);
    gone.setAvailable(false);
    return wrong.of(gone, clock);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}

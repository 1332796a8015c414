package dev.honeydo.contracts;

import dev.honeydo.application.port.Ids;
import dev.honeydo.contracts.reference.SequentialIds;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class IdsOfADouble implements IdsContract {
  private final TestClock clock = new TestClock();
  private final Ids ids;

  IdsOfADouble(String defect) {
    this.ids = WrongDouble.named(defect, WrongIds.ALL).of(new SequentialIds(clock), clock);
  }

  @Override
  public Ids ids() {
    return ids;
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

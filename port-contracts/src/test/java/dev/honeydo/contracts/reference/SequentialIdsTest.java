package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Ids;
import dev.honeydo.contracts.IdsContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;

final class SequentialIdsTest implements IdsContract {
  private final TestClock clock = new TestClock();
  private final SequentialIds ids = new SequentialIds(clock);

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

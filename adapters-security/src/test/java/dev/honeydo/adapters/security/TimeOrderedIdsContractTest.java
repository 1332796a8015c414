package dev.honeydo.adapters.security;

import dev.honeydo.application.port.Ids;
import dev.honeydo.contracts.IdsContract;
import dev.honeydo.contracts.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

final class TimeOrderedIdsContractTest implements IdsContract {
  private final TestClock clock = new TestClock();
  private final Ids ids = new TimeOrderedIds(clock, new SecureRandom());

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

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.contracts.RefreshFamiliesContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;

final class InMemoryRefreshFamiliesTest implements RefreshFamiliesContract {
  private final TestClock clock = new TestClock();
  private final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies(clock);

  @Override
  public RefreshFamilies families() {
    return families;
  }

  @Override
  public RefreshFamilies anotherView() {
    return families;
  }

  @Override
  public RefreshFamilies unreachable() {
    InMemoryRefreshFamilies gone = new InMemoryRefreshFamilies(clock);
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

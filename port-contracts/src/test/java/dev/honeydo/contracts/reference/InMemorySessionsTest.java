package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;

final class InMemorySessionsTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public Sessions anotherView() {
    return sessions;
  }

  @Override
  public Sessions unreachable() {
    InMemorySessions gone = new InMemorySessions(clock);
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

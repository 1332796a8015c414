package dev.honeydo.contracts;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class SessionsOfADouble implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<Sessions> wrong;
  private final Sessions sessions;
  private final Sessions anotherView;

  SessionsOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongSessions.all());
    InMemorySessions store = new InMemorySessions(clock);
    this.sessions = wrong.of(store, clock);
    this.anotherView = wrong.of(store, clock);
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public Sessions anotherView() {
    return anotherView;
  }

  @Override
  public Sessions unreachable() {
    InMemorySessions gone = new InMemorySessions(clock);
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

package dev.honeydo.contracts;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.contracts.reference.InMemoryRefreshFamilies;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class RefreshFamiliesOfADouble implements RefreshFamiliesContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<RefreshFamilies> wrong;
  private final RefreshFamilies families;
  private final RefreshFamilies anotherView;

  RefreshFamiliesOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongRefreshFamilies.all());
    InMemoryRefreshFamilies store = new InMemoryRefreshFamilies(clock);
    this.families = wrong.of(store, clock);
    this.anotherView = wrong.of(store, clock);
  }

  @Override
  public RefreshFamilies families() {
    return families;
  }

  @Override
  public RefreshFamilies anotherView() {
    return anotherView;
  }

  @Override
  public RefreshFamilies unreachable() {
    InMemoryRefreshFamilies gone = new InMemoryRefreshFamilies(clock);
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

package dev.honeydo.contracts;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.contracts.reference.InMemoryLocks;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class LocksOfADouble implements LocksContract {
  private final InMemoryLocks store = new InMemoryLocks();
  private final WrongDouble<Locks> wrong;
  private final Locks locks;
  private final Locks anotherView;

  LocksOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongLocks.ALL);
    this.locks = wrong.of(store);
    this.anotherView = wrong.of(store);
  }

  @Override
  public Locks locks() {
    return locks;
  }

  @Override
  public Locks anotherView() {
    return anotherView;
  }

  @Override
  public Optional<Locks> unreachable() {
    InMemoryLocks gone = new InMemoryLocks();
    gone.setAvailable(false);
    return Optional.of(wrong.of(gone));
  }

  @Override
  public void lose(LockName name) {
    store.lose(name);
  }

  /** The store tells at once, or never. */
  @Override
  public Duration patience() {
    return Duration.ofMillis(300);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}

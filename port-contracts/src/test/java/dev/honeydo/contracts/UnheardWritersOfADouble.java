package dev.honeydo.contracts;

import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class UnheardWritersOfADouble implements UnheardWritersContract {
  private final InMemoryUnheardWriters store = new InMemoryUnheardWriters();
  private final WrongDouble<UnheardWriters> wrong;
  private final UnheardWriters writers;
  private final UnheardWriters anotherView;

  UnheardWritersOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongUnheardWriters.all());
    this.writers = wrong.of(store);
    this.anotherView = wrong.of(store);
  }

  @Override
  public UnheardWriters writers() {
    return writers;
  }

  @Override
  public UnheardWriters anotherView() {
    return anotherView;
  }

  @Override
  public UnheardWriters reopened() {
    return wrong.of(new WrongUnheardWriters.Reopened(store, writers));
  }

  @Override
  public UnheardWriters unreachable() {
    InMemoryUnheardWriters gone = new InMemoryUnheardWriters();
    gone.setAvailable(false);
    return wrong.of(gone);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}

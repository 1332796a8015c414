package dev.honeydo.contracts;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.contracts.reference.InMemoryIdempotencyLedger;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class IdempotencyLedgerOfADouble implements IdempotencyLedgerContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<IdempotencyLedger> wrong;
  private final IdempotencyLedger ledger;
  private final IdempotencyLedger anotherView;

  IdempotencyLedgerOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongIdempotencyLedgers.all());
    InMemoryIdempotencyLedger store = new InMemoryIdempotencyLedger(clock);
    this.ledger = wrong.of(store, clock);
    this.anotherView = wrong.of(store, clock);
  }

  @Override
  public IdempotencyLedger ledger() {
    return ledger;
  }

  @Override
  public IdempotencyLedger anotherView() {
    return anotherView;
  }

  @Override
  public IdempotencyLedger unreachable() {
    InMemoryIdempotencyLedger gone = new InMemoryIdempotencyLedger(clock);
    gone.setAvailable(false);
    return wrong.of(gone, clock);
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

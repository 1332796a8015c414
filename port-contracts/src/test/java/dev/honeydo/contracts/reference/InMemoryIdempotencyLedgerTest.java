package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.contracts.IdempotencyLedgerContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;

final class InMemoryIdempotencyLedgerTest implements IdempotencyLedgerContract {
  private final TestClock clock = new TestClock();
  private final InMemoryIdempotencyLedger ledger = new InMemoryIdempotencyLedger(clock);

  @Override
  public IdempotencyLedger ledger() {
    return ledger;
  }

  @Override
  public IdempotencyLedger anotherView() {
    return ledger;
  }

  @Override
  public IdempotencyLedger unreachable() {
    InMemoryIdempotencyLedger gone = new InMemoryIdempotencyLedger(clock);
    gone.setAvailable(false);
    return gone;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

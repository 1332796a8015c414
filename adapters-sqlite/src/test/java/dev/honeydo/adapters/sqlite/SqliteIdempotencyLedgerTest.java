package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.contracts.IdempotencyLedgerContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteIdempotencyLedgerTest implements IdempotencyLedgerContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public IdempotencyLedger ledger() {
    return record.adapters().idempotencyLedger();
  }

  @Override
  public IdempotencyLedger anotherView() {
    return record.another().idempotencyLedger();
  }

  @Override
  public IdempotencyLedger unreachable() {
    return record.unreachable().idempotencyLedger();
  }

  @Override
  public void elapse(Duration time) {
    record.clock().elapse(time);
  }
}

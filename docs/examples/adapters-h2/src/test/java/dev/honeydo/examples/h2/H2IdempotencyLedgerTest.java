package dev.honeydo.examples.h2;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.contracts.IdempotencyLedgerContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2IdempotencyLedgerTest implements IdempotencyLedgerContract {
  @AutoClose private final H2Stores stores;

  H2IdempotencyLedgerTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public IdempotencyLedger ledger() {
    return stores.one().idempotencyLedger();
  }

  @Override
  public IdempotencyLedger anotherView() {
    return stores.another().idempotencyLedger();
  }

  @Override
  public IdempotencyLedger unreachable() {
    return stores.closed().idempotencyLedger();
  }

  @Override
  public void elapse(Duration time) {
    stores.clock().elapse(time);
  }
}

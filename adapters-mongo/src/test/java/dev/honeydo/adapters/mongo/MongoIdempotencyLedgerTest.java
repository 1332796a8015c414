package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.contracts.IdempotencyLedgerContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoIdempotencyLedgerTest implements IdempotencyLedgerContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoIdempotencyLedgerTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public IdempotencyLedger ledger() {
    return installation.adapters().idempotencyLedger();
  }

  @Override
  public IdempotencyLedger anotherView() {
    return installation.another().idempotencyLedger();
  }

  @Override
  public IdempotencyLedger unreachable() {
    return installation.unreachable().idempotencyLedger();
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

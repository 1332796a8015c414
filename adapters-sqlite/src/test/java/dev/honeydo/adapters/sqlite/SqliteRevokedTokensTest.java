package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteRevokedTokensTest implements RevokedTokensContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public RevokedTokens revokedTokens() {
    return record.adapters().revokedTokens();
  }

  @Override
  public RevokedTokens anotherView() {
    return record.another().revokedTokens();
  }

  @Override
  public RevokedTokens unreachable() {
    return record.unreachable().revokedTokens();
  }

  @Override
  public InstantSource clock() {
    return record.clock();
  }

  @Override
  public void elapse(Duration time) {
    record.clock().elapse(time);
  }
}

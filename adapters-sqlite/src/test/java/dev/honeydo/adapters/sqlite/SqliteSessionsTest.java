package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSessionsTest implements SessionsContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public Sessions sessions() {
    return record.adapters().sessions();
  }

  @Override
  public Sessions anotherView() {
    return record.another().sessions();
  }

  @Override
  public Sessions unreachable() {
    return record.unreachable().sessions();
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

package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoSessionsTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoSessionsTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public Sessions sessions() {
    return installation.adapters().sessions();
  }

  @Override
  public Sessions anotherView() {
    return installation.another().sessions();
  }

  @Override
  public Sessions unreachable() {
    return installation.unreachable().sessions();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.TodosContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoTodosTest implements TodosContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoTodosTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public Todos todos() {
    return installation.adapters().todos();
  }

  @Override
  public Todos anotherView() {
    return installation.another().todos();
  }

  @Override
  public Todos unreachable() {
    return installation.unreachable().todos();
  }
}

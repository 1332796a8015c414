package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UnheardWritersContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoUnheardWritersTest implements UnheardWritersContract {
  private final Installation installation;

  MongoUnheardWritersTest(TestServer server) {
    this.installation = new Installation(server, new TestClock());
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public UnheardWriters writers() {
    return installation.adapters().unheardWriters();
  }

  @Override
  public UnheardWriters anotherView() {
    return installation.another().unheardWriters();
  }

  @Override
  public UnheardWriters reopened() {
    return installation.reopened().unheardWriters();
  }

  @Override
  public UnheardWriters unreachable() {
    return installation.unreachable().unheardWriters();
  }
}

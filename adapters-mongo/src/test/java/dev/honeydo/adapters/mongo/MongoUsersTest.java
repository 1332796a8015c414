package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UsersContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoUsersTest implements UsersContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoUsersTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public Users users() {
    return installation.adapters().users();
  }

  @Override
  public Users anotherView() {
    return installation.another().users();
  }

  @Override
  public Users unreachable() {
    return installation.unreachable().users();
  }
}

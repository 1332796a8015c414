package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.UsersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteUsersTest implements UsersContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public Users users() {
    return record.adapters().users();
  }

  @Override
  public Users anotherView() {
    return record.another().users();
  }

  @Override
  public Users unreachable() {
    return record.unreachable().users();
  }
}

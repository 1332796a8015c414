package dev.honeydo.examples.h2;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.UsersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2UsersTest implements UsersContract {
  @AutoClose private final H2Stores stores;

  H2UsersTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public Users users() {
    return stores.one().users();
  }

  @Override
  public Users anotherView() {
    return stores.another().users();
  }

  @Override
  public Users unreachable() {
    return stores.closed().users();
  }
}

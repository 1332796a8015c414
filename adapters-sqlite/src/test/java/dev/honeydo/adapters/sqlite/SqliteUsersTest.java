package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UsersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteUsersTest implements UsersContract {
  private final TestClock clock = new TestClock();
  private SqliteAdapters adapters;
  private Path closedDirectory;

  @BeforeEach
  void open(@TempDir Path directory) {
    adapters = SqliteAdapters.open(directory.resolve("open"), clock);
    closedDirectory = directory.resolve("closed");
  }

  @AfterEach
  void close() {
    adapters.close();
  }

  @Override
  public Users users() {
    return adapters.users();
  }

  /** A second open of the directory is refused, so another view is another object over it. */
  @Override
  public Users anotherView() {
    return adapters.users();
  }

  @Override
  public Users unreachable() {
    try (var closed = SqliteAdapters.open(closedDirectory, clock)) {
      return closed.users();
    }
  }
}

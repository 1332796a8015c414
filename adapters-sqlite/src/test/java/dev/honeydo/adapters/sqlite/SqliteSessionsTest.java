package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSessionsTest implements SessionsContract {
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
  public Sessions sessions() {
    return adapters.sessions();
  }

  /** A second open of the directory is refused, so another view is another object over it. */
  @Override
  public Sessions anotherView() {
    return adapters.sessions();
  }

  @Override
  public Sessions unreachable() {
    try (var closed = SqliteAdapters.open(closedDirectory, clock)) {
      return closed.sessions();
    }
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

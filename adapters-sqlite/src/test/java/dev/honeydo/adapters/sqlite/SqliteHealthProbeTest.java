package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.HealthProbeContract;
import dev.honeydo.contracts.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteHealthProbeTest implements HealthProbeContract {
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
  public HealthProbe probe() {
    return adapters.healthProbe();
  }

  @Override
  public HealthProbe unreachable() {
    try (var closed = SqliteAdapters.open(closedDirectory, clock)) {
      return closed.healthProbe();
    }
  }
}

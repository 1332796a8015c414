package dev.honeydo.bootstrap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API over the embedded record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqliteApiTest implements ApiOverRecord {
  private RunningRecord running;

  @BeforeAll
  void start(@TempDir Path directory) {
    running = RunningRecord.configured(directory, Map.of());
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Override
  public Api api() {
    return running.api();
  }

  @Override
  public void restart() {
    running.restart();
  }

  @Override
  public void elapse(Duration time) {
    running.elapse(time);
  }
}

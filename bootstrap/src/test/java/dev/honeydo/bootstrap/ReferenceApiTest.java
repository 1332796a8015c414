package dev.honeydo.bootstrap;

import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API over the in-memory reference adapters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceApiTest implements ApiOverRecord {
  private RunningRecord running;

  @BeforeAll
  void start(@TempDir Path directory) {
    running = RunningRecord.over(directory, InMemoryRecordStore::new);
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

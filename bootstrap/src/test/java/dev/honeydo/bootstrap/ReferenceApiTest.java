package dev.honeydo.bootstrap;

import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.contracts.reference.InMemoryHealthProbe;
import dev.honeydo.contracts.reference.InMemoryRefreshFamilies;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.contracts.reference.InMemoryUsers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    running = RunningRecord.over(directory, ReferenceApiTest::adapters);
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

  private static Adapters adapters(InstantSource clock) {
    MonitoredPart store =
        new MonitoredPart(Part.STORE, Optional.empty(), Optional.of(new InMemoryHealthProbe()));
    return new Adapters(
        new InMemoryUsers(),
        new InMemoryTodos(),
        new InMemorySessions(clock),
        new InMemoryRefreshFamilies(clock),
        List.of(MonitoredPart.unused(Part.REDIS), MonitoredPart.unused(Part.MONGODB), store));
  }
}

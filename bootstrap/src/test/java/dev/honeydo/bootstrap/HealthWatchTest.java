package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryHealthProbe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is looked at while nobody asks. */
class HealthWatchTest {
  private final TestClock clock = new TestClock();
  private final InMemoryHealthProbe store = new InMemoryHealthProbe();
  private final InMemoryHealthProbe redis = new InMemoryHealthProbe();
  private final HealthQueries health =
      new HealthQueries(
          List.of(
              new MonitoredPart(Part.REDIS, Optional.empty(), Optional.of(redis)),
              new MonitoredPart(Part.STORE, Optional.empty(), Optional.of(store))),
          List.of(),
          clock);

  private void rounds(HealthWatch watch, int times) {
    for (int i = 0; i < times; i++) {
      watch.run();
      clock.elapse(HealthWatch.ROUND);
    }
  }

  @Test
  void thatTheRecordGoesAndComesBackIsLoggedOnceEach() {
    HealthWatch watch = new HealthWatch(health, clock, 1);
    try (LogLines lines = new LogLines(HealthWatch.class)) {
      rounds(watch, 3);
      assertThat(lines.all()).isEmpty();
      store.setAvailable(false);
      rounds(watch, 5);
      assertThat(lines.all()).hasSize(1);
      assertThat(lines.all().getFirst()).startsWith("WARN The record is gone");
      store.setAvailable(true);
      rounds(watch, 5);
      assertThat(lines.all()).hasSize(2);
      assertThat(lines.all().getLast()).startsWith("INFO The record is back, after 5 s");
    }
  }

  @Test
  void aRecordOnTheDiskIsTriedSeldomUnlessItIsGone() {
    HealthWatch watch = new HealthWatch(health, clock, 10);
    rounds(watch, 20);
    assertThat(store.trials()).isEqualTo(2);
    assertThat(redis.trials()).isEqualTo(20);

    store.setAvailable(false);
    rounds(watch, 5);
    assertThat(store.trials()).isEqualTo(7);
  }
}

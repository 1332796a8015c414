package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CleanupTest {
  private final InMemoryRecordStore record = new InMemoryRecordStore(new TestClock());
  private final Cleanup cleanup = new Cleanup(Wiring.purgeExpired(record));
  private final LogLines log = new LogLines(Cleanup.class);

  @AfterEach
  void close() {
    log.close();
  }

  private void runThrice() {
    for (int i = 0; i < 3; i++) {
      cleanup.run();
    }
  }

  @Test
  void troubleAndItsEndAreToldOnce() {
    runThrice();
    assertThat(log.all()).isEmpty();
    record.sessions().setAvailable(false);
    runThrice();
    assertThat(log.all())
        .containsExactly("WARN What has expired is not cleared out: Sessions is unavailable");
    record.sessions().setAvailable(true);
    runThrice();
    assertThat(log.all()).hasSize(2).last().isEqualTo("INFO What has expired is cleared out again");
    record.revokedTokens().setAvailable(false);
    runThrice();
    assertThat(log.all()).hasSize(3);
  }

  @Test
  void whatIsCutShortByTheEndIsNotTrouble() {
    record.sessions().setAvailable(false);
    Thread.currentThread().interrupt();
    cleanup.run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(log.all()).isEmpty();
  }
}

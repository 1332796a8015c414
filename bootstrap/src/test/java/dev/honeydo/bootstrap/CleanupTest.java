package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.application.job.RunJob;
import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CleanupTest {
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock();
  private final InMemoryRecordStore record = new InMemoryRecordStore(clock);
  private final RunJob runJob =
      new RunJob(RedisAdapters.localLocks(), record.jobRuns(), clock, RunJob.LEASE);
  private final Cleanup cleanup = new Cleanup(runJob, Wiring.purgeExpired(record, clock), EVERY);
  private final LogLines log = new LogLines(Cleanup.class);

  @AfterEach
  void close() {
    log.close();
  }

  private void runThrice() {
    for (int i = 0; i < 3; i++) {
      clock.elapse(EVERY);
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
  void twoInstancesClearOutOnceInAnInterval() {
    clock.elapse(EVERY);
    cleanup.run();
    Fence fence = record.jobRuns().begin(new JobName("purge-expired"));
    new Cleanup(runJob, Wiring.purgeExpired(record, clock), EVERY).run();
    assertThat(record.jobRuns().begin(new JobName("purge-expired"))).isEqualTo(next(fence));
    clock.elapse(EVERY);
    new Cleanup(runJob, Wiring.purgeExpired(record, clock), EVERY).run();
    assertThat(record.jobRuns().begin(new JobName("purge-expired")))
        .isEqualTo(next(next(next(fence))));
  }

  private static Fence next(Fence fence) {
    return new Fence(fence.value() + 1);
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

package dev.honeydo.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.LockName;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryJobRuns;
import dev.honeydo.contracts.reference.InMemoryLocks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class RunJobTest {
  private static final JobName JOB = new JobName("clean-up");
  private static final LockName LOCK = new LockName("job.clean-up");
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestClock clock = new TestClock();
  private final InMemoryLocks locks = new InMemoryLocks();
  private final InMemoryJobRuns runs = new InMemoryJobRuns();
  private final RunJob runJob = new RunJob(locks, runs, clock, RunJob.LEASE);
  private final AtomicInteger done = new AtomicInteger();

  private RunJob.Outcome run(BooleanSupplier action) {
    return runJob.handle(new RunJob.Command(JOB, HOUR, action));
  }

  private boolean work() {
    done.incrementAndGet();
    return true;
  }

  @Test
  void aJobThatNobodyHasDoneIsDone() {
    assertThat(run(this::work)).isEqualTo(new RunJob.Finished(clock.instant()));
    assertThat(done).hasValue(1);
    assertThat(runs.lastFinished(JOB)).contains(clock.instant());
  }

  @Test
  void itIsDueAgainWhenTheIntervalIsOver() {
    var _ = run(this::work);
    clock.elapse(HOUR.minusMillis(1));
    assertThat(run(this::work)).isEqualTo(new RunJob.NotDue(clock.instant().plusMillis(1)));
    assertThat(done).hasValue(1);
    clock.elapse(Duration.ofMillis(1));
    assertThat(run(this::work)).isEqualTo(new RunJob.Finished(clock.instant()));
    assertThat(done).hasValue(2);
  }

  @Test
  void theIntervalBeginsWhenTheJobHasEnded() {
    var _ =
        run(() -> {
          clock.elapse(HOUR);
          return true;
        });
    assertThat(run(this::work)).isEqualTo(new RunJob.NotDue(clock.instant().plus(HOUR)));
  }

  @Test
  void ofManyInstancesOneDoesIt() {
    for (int interval = 1; interval <= 5; interval++) {
      var outcomes = Race.run(_ -> run(this::work));
      assertThat(outcomes).filteredOn(RunJob.Finished.class::isInstance).hasSize(1);
      assertThat(done).hasValue(interval);
      clock.elapse(HOUR);
    }
  }

  @Test
  void nobodyBeginsItWhileSomebodyIsAtIt() {
    var outcome =
        run(() -> {
          assertThat(run(this::work)).isEqualTo(new RunJob.Busy());
          return work();
        });
    assertThat(outcome).isInstanceOf(RunJob.Finished.class);
    assertThat(done).hasValue(1);
  }

  @Test
  void nobodyBeginsItWhileNobodyKnowsWhetherSomebodyIsAtIt() {
    locks.setAvailable(false);
    assertThat(run(this::work)).isEqualTo(new RunJob.Busy());
    assertThat(done).hasValue(0);
  }

  @Test
  void whatWasCutShortIsTriedAgainAtOnce() {
    assertThat(run(() -> false)).isEqualTo(new RunJob.Unfinished());
    assertThat(runs.lastFinished(JOB)).isEmpty();
    assertThat(run(this::work)).isInstanceOf(RunJob.Finished.class);
  }

  @Test
  void whatTheJobThrowsComesOutAndItIsTriedAgain() {
    RuntimeException bug = new IllegalStateException("a bug");
    assertThatThrownBy(() ->
            run(() -> {
              throw bug;
            }))
        .isSameAs(bug);
    assertThat(run(this::work)).isInstanceOf(RunJob.Finished.class);
  }

  @Test
  void aRunThatIsOvertakenDoesNotCount() {
    var stale =
        run(() -> {
          // It stands still for longer than its lease; meanwhile another begins.
          locks.lose(LOCK);
          var other =
              run(() -> {
                clock.elapse(Duration.ofSeconds(1));
                return work();
              });
          assertThat(other).isEqualTo(new RunJob.Finished(clock.instant()));
          clock.elapse(Duration.ofMinutes(1));
          return true;
        });
    assertThat(stale).isEqualTo(new RunJob.Lost());
    assertThat(runs.lastFinished(JOB)).contains(clock.instant().minus(Duration.ofMinutes(1)));
  }

  @Test
  void aRunThatIsOvertakenDoesNotCountThoughTheOtherIsStillAtIt() {
    var stale =
        run(() -> {
          locks.lose(LOCK);
          var _ = runs.begin(JOB);
          return true;
        });
    assertThat(stale).isEqualTo(new RunJob.Lost());
    assertThat(runs.lastFinished(JOB)).isEmpty();
  }

  @Test
  void theRecordOvertakesARunWhateverTheLockStoreBelieves() {
    // Whatever the lock store believes: the lock is still held here, and another has begun.
    var stale =
        run(() -> {
          var _ = runs.begin(JOB);
          return true;
        });
    assertThat(stale).isEqualTo(new RunJob.Lost());
    assertThat(runs.lastFinished(JOB)).isEmpty();
  }

  @Test
  void aRunThatLostItsLockAndWasNotOvertakenCounts() {
    var outcome =
        run(() -> {
          locks.lose(LOCK);
          return true;
        });
    assertThat(outcome).isEqualTo(new RunJob.Finished(clock.instant()));
    assertThat(runs.lastFinished(JOB)).contains(clock.instant());
  }

  @Test
  void aRunThatLostItsLockAndWasCutShortIsLost() {
    var outcome =
        run(() -> {
          locks.lose(LOCK);
          return !Thread.currentThread().isInterrupted();
        });
    assertThat(outcome).isEqualTo(new RunJob.Lost());
    assertThat(runs.lastFinished(JOB)).isEmpty();
  }

  @Test
  void aRecordThatIsGoneIsReported() {
    runs.setAvailable(false);
    assertThat(run(this::work)).isEqualTo(new RunJob.Unreachable("JobRuns"));
    assertThat(done).hasValue(0);
    runs.setAvailable(true);
    var outcome =
        run(() -> {
          runs.setAvailable(false);
          return work();
        });
    assertThat(outcome).isEqualTo(new RunJob.Unreachable("JobRuns"));
  }

  @Test
  void aFinishFromAClockThatWasFarAheadHindersNothing() {
    clock.elapse(Duration.ofDays(400));
    var _ = run(this::work);
    clock.elapse(Duration.ofDays(-400));
    assertThat(run(this::work)).isEqualTo(new RunJob.Finished(clock.instant()));
  }

  @Test
  void jobsAreDueEachByItself() {
    var _ = run(this::work);
    var other = new RunJob.Command(new JobName("other"), HOUR, this::work);
    assertThat(runJob.handle(other)).isInstanceOf(RunJob.Finished.class);
  }

  @Test
  void anIntervalIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunJob.Command(JOB, Duration.ZERO, this::work));
  }
}

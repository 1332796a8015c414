package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.LockName;
import dev.honeydo.contracts.reference.InMemoryJobRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Real processes over one real Redis: of two that run a job, the record believes the later one. */
final class StoppedOwnerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String KEY =
      RedisLocks.key(new LockName("job." + RunningInstance.JOB.value()));

  @AutoClose private final TestRedis redis = TestRedis.start();
  private final WatchedRuns record = new WatchedRuns();

  @Test
  @DisplayName("who is stopped past its lease is overtaken, and told so when it goes on")
  void isOvertakenByWhoHasFinished() {
    try (var first = RunningInstance.start(redis.url(), record);
        var second = stoppedPastItsLease(first)) {
      assertThat(second.says()).isEqualTo("working");
      second.end();
      assertThat(second.says()).startsWith("Finished[");
      Optional<Instant> finished = record.lastFinished(RunningInstance.JOB);

      first.go();
      first.end();
      assertThat(first.says()).isEqualTo("Lost[]");
      assertThat(record.finishes).containsExactly(new JobRuns.Noted(), new JobRuns.Overtaken());
      assertThat(record.lastFinished(RunningInstance.JOB)).isEqualTo(finished).isPresent();
    }
  }

  @Test
  @DisplayName("who is stopped past its lease frees nobody's lock and ends nobody's run")
  void isOvertakenByWhoIsStillAtIt() {
    try (var first = RunningInstance.start(redis.url(), record);
        var second = stoppedPastItsLease(first)) {
      assertThat(second.says()).isEqualTo("working");
      String token = redis.ask(it -> it.get(KEY));

      first.go();
      first.end();
      assertThat(first.says()).isEqualTo("Lost[]");
      String kept = redis.ask(it -> it.get(KEY));
      assertThat(kept).isEqualTo(token);

      second.end();
      assertThat(second.says()).startsWith("Finished[");
      assertThat(record.finishes).containsExactly(new JobRuns.Overtaken(), new JobRuns.Noted());
      assertThat(redis.ask(it -> it.exists(KEY)).longValue()).isZero();
    }
  }

  @Test
  @DisplayName("who is killed keeps the others waiting for its lease and no longer")
  void isReplacedWhenKilled() {
    try (var first = RunningInstance.start(redis.url(), record)) {
      assertThat(first.says()).isEqualTo("working");
      try (var early = RunningInstance.start(redis.url(), record)) {
        assertThat(early.says()).isEqualTo("Busy[]");
      }
      first.kill();
      assertThat(timeToLive()).isBetween(1L, RunningInstance.LEASE.length().toMillis());
      Await.until(PATIENCE, () -> timeToLive() == -2);
      try (var second = RunningInstance.start(redis.url(), record)) {
        assertThat(second.says()).isEqualTo("working");
        second.end();
        assertThat(second.says()).startsWith("Finished[");
      }
    }
    assertThat(record.finishes).containsExactly(new JobRuns.Noted());
  }

  @Test
  @DisplayName("when Redis loses every lock two may run, and the record takes one of them")
  void isDecidedByTheRecordAlone() {
    try (var first = RunningInstance.start(redis.url(), record)) {
      assertThat(first.says()).isEqualTo("working");
      redis.flush();
      try (var second = RunningInstance.start(redis.url(), record)) {
        assertThat(second.says()).isEqualTo("working");
        first.end();
        assertThat(first.says()).isEqualTo("Lost[]");
        second.end();
        assertThat(second.says()).startsWith("Finished[");
      }
    }
    assertThat(record.finishes).containsExactly(new JobRuns.Overtaken(), new JobRuns.Noted());
  }

  @Test
  @DisplayName("who is cut off from Redis finishes if nobody else has begun, whatever the lease")
  void isNotedWhenNobodyElseBegan() {
    try (var first = RunningInstance.start(redis.url(), record)) {
      assertThat(first.says()).isEqualTo("working");
      redis.kill();
      first.end();
      assertThat(first.says()).startsWith("Finished[");
    }
    assertThat(record.finishes).containsExactly(new JobRuns.Noted());
  }

  /** Stops the first at its work until its lock is gone, and starts a second. */
  private RunningInstance stoppedPastItsLease(RunningInstance first) {
    assertThat(first.says()).isEqualTo("working");
    first.stop();
    Await.until(PATIENCE, () -> timeToLive() == -2);
    return RunningInstance.start(redis.url(), record);
  }

  private long timeToLive() {
    return redis.ask(it -> it.pttl(KEY));
  }

  /** The record, and what it answered to those who had finished, in order. */
  private static final class WatchedRuns implements JobRuns {
    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final List<Finishing> finishes = new CopyOnWriteArrayList<>();

    @Override
    public Fence begin(JobName job) {
      return runs.begin(job);
    }

    @Override
    public Finishing finish(JobName job, Fence fence, Instant at) {
      Finishing answer = runs.finish(job, fence, at);
      finishes.add(answer);
      return answer;
    }

    @Override
    public Optional<Instant> lastFinished(JobName job) {
      return runs.lastFinished(job);
    }
  }
}

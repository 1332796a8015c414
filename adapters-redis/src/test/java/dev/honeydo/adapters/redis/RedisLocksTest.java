package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.contracts.LocksContract;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.SequentialIds;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real server; time is the system's, except where a test makes a process's leap. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisLocksTest implements LocksContract {
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final Lease SHORT = Lease.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestRedis redis = TestRedis.start();
  private final Supplier<String> unique = RedisAdapters.unique(new SequentialIds(new TestClock()));
  private final AtomicLong leap = new AtomicLong();
  private final RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT);
  private final RedisLink anotherLink = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT);
  private final Locks locks =
      new RedisLocks(link.port("Locks"), unique, () -> System.nanoTime() + leap.get());
  private final Locks anotherView =
      new RedisLocks(anotherLink.port("Locks"), unique, System::nanoTime);

  @AfterAll
  void stop() {
    link.close();
    anotherLink.close();
    redis.close();
  }

  @Override
  public Locks locks() {
    return locks;
  }

  @Override
  public Locks anotherView() {
    return anotherView;
  }

  @Override
  public Optional<Locks> unreachable() {
    RedisLink gone = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT);
    gone.close();
    return Optional.of(new RedisLocks(gone.port("Locks"), unique, System::nanoTime));
  }

  @Override
  public void lose(LockName name) {
    var _ = redis.ask(it -> it.del(RedisLocks.key(name)));
  }

  @Test
  void theLockOfALongActionIsRenewed() {
    LockName name = Specimens.lockName();
    var attempt =
        locks.tryRun(
            name,
            SHORT,
            () -> {
              long start = System.nanoTime();
              Duration threefold = SHORT.length().multipliedBy(3);
              while (System.nanoTime() - start < threefold.toNanos()) {
                assertThat(attempt(anotherView, name)).isEqualTo(new Locks.Busy<>());
                assertThat(timeToLive(name)).isBetween(1L, SHORT.length().toMillis());
              }
              return "long";
            });
    assertThat(attempt).isEqualTo(new Locks.Ran<>("long"));
    assertThat(attempt(anotherView, name)).isEqualTo(new Locks.Ran<>("free"));
  }

  @Test
  void nothingIsRenewedThatHasEnded() {
    LockName name = Specimens.lockName();
    assertThat(locks.tryRun(name, SHORT, () -> "done")).isEqualTo(new Locks.Ran<>("done"));
    // Somebody else has the lock now, under a lease that they do not renew.
    var _ = redis.ask(it -> it.set(RedisLocks.key(name), "theirs", SetArgs.Builder.px(900)));
    String value = redis.ask(it -> it.get(RedisLocks.key(name)));
    assertThat(value).isEqualTo("theirs");
    Await.until(PATIENCE, () -> timeToLive(name) < 0);
  }

  @Test
  void aLockWhoseOwnerWasKilledIsFreeAfterItsLeaseAndNotBefore() {
    LockName name = Specimens.lockName();
    String left = "of nobody who is there";
    long start = System.nanoTime();
    var _ = redis.ask(it -> it.set(RedisLocks.key(name), left, SetArgs.Builder.px(700)));
    assertThat(attempt(locks, name)).isEqualTo(new Locks.Busy<>());
    Await.until(PATIENCE, () -> attempt(locks, name) instanceof Locks.Ran);
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(700).toNanos());
  }

  @Test
  void aProcessThatStoodStillHasLostItsLockThoughTheServerDoesNotKnow() {
    LockName name = Specimens.lockName();
    var attempt =
        locks.tryRun(
            name,
            SHORT,
            () -> {
              leap.addAndGet(SHORT.length().toNanos());
              return "late";
            });
    assertThat(attempt).isEqualTo(new Locks.Lost<>(Optional.of("late")));
  }

  @Test
  void aProcessThatStoodStillForLessStillHasIt() {
    LockName name = Specimens.lockName();
    var attempt =
        locks.tryRun(
            name,
            SHORT,
            () -> {
              leap.addAndGet(SHORT.length().dividedBy(2).toNanos());
              return "in time";
            });
    assertThat(attempt).isEqualTo(new Locks.Ran<>("in time"));
  }

  @Test
  void anActionIsToldBeforeItsLeaseIsOverThatTheServerIsGone() {
    LockName name = Specimens.lockName();
    try (TestRedis other = TestRedis.start();
        RedisLink its = RedisLink.open(RedisURI.create(other.url()), TIMEOUT)) {
      Locks lost = new RedisLocks(its.port("Locks"), unique, System::nanoTime);
      long start = System.nanoTime();
      var attempt =
          lost.tryRun(
              name,
              SHORT,
              () -> {
                other.pause();
                return waited(PATIENCE);
              });
      Duration told = Duration.ofNanos(System.nanoTime() - start);
      other.resume();
      assertThat(attempt).isEqualTo(new Locks.Lost<>(Optional.of("interrupted")));
      // Starting kill -STOP takes its time, and so does a command that is not answered.
      assertThat(told)
          .isBetween(SHORT.length().multipliedBy(6).dividedBy(10), Duration.ofSeconds(3));
    }
  }

  @Test
  void anActionThatEndsWithinItsLeaseHasHeldItThoughTheServerIsGone() {
    LockName name = Specimens.lockName();
    try (TestRedis other = TestRedis.start();
        RedisLink its = RedisLink.open(RedisURI.create(other.url()), TIMEOUT)) {
      Locks cutOff = new RedisLocks(its.port("Locks"), unique, System::nanoTime);
      var attempt =
          cutOff.tryRun(
              name,
              Lease.ofSeconds(20),
              () -> {
                other.kill();
                return "in time";
              });
      assertThat(attempt).isEqualTo(new Locks.Ran<>("in time"));
      assertThat(attempt(cutOff, name)).isEqualTo(new Locks.Busy<>());
      other.restart();
      Await.until(PATIENCE, () -> attempt(cutOff, name) instanceof Locks.Ran);
    }
  }

  @Test
  void anActionOutlivesAServerThatHangsForAMoment() {
    LockName name = Specimens.lockName();
    try (TestRedis other = TestRedis.start();
        RedisLink its = RedisLink.open(RedisURI.create(other.url()), TIMEOUT)) {
      Locks shaken = new RedisLocks(its.port("Locks"), unique, System::nanoTime);
      var attempt =
          shaken.tryRun(
              name,
              LEASE,
              () -> {
                other.pause();
                String first = waited(LEASE.length().dividedBy(2));
                other.resume();
                return first + ", " + waited(LEASE.length());
              });
      assertThat(attempt).isEqualTo(new Locks.Ran<>("not interrupted, not interrupted"));
    }
  }

  @Test
  void aLockThatMayHaveBeenAcquiredIsGivenBack() {
    LockName name = Specimens.lockName();
    try (TestRedis other = TestRedis.start();
        RedisLink its = RedisLink.open(RedisURI.create(other.url()), TIMEOUT)) {
      Locks slow = new RedisLocks(its.port("Locks"), unique, System::nanoTime);
      assertThat(attempt(slow, name)).isInstanceOf(Locks.Ran.class);
      other.pause();
      assertThat(attempt(slow, name)).isEqualTo(new Locks.Busy<>());
      other.resume();
      // Both commands are carried out now, the second of them undoing the first.
      Await.until(Duration.ofSeconds(2), () -> attempt(slow, name) instanceof Locks.Ran);
    }
  }

  @Test
  void noLockIsEverWithoutAnEnd() {
    List<LockName> names = List.of(Specimens.lockName(), Specimens.lockName());
    CountDownLatch over = new CountDownLatch(1);
    Thread watch =
        Thread.ofPlatform()
            .start(() -> {
              while (over.getCount() > 0) {
                names.forEach(it -> assertThat(timeToLive(it)).isNotEqualTo(-1));
              }
            });
    AtomicLong failed = new AtomicLong();
    watch.setUncaughtExceptionHandler((_, _) -> failed.incrementAndGet());
    var _ =
        Race.run(number -> {
          Locks by = number % 2 == 0 ? locks : anotherView;
          for (int round = 0; round < 50; round++) {
            var _ = attempt(by, names.get((number + round) % 2));
          }
          return number;
        });
    over.countDown();
    joined(watch);
    assertThat(failed).hasValue(0);
    assertThat(names).allSatisfy(it -> assertThat(timeToLive(it)).isEqualTo(-2));
  }

  private long timeToLive(LockName name) {
    return redis.ask(it -> it.pttl(RedisLocks.key(name)));
  }

  private static String waited(Duration most) {
    try {
      boolean _ = new CountDownLatch(1).await(most.toMillis(), MILLISECONDS);
      return "not interrupted";
    } catch (InterruptedException told) {
      return "interrupted";
    }
  }

  private static void joined(Thread thread) {
    try {
      assertThat(thread.join(PATIENCE)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many instances that miss one key at once, one loads. */
final class LeaseTest {
  private static final int READERS = 1_000;

  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NEAR, new TestClock());
  private final RedisLink link =
      RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));
  private final Cache.Count key = new Cache.Count(Specimens.userId(), TodoFilter.ALL);
  private final AtomicInteger loads = new AtomicInteger();

  @BeforeEach
  void settle() {
    views.settle();
    // Scripts are known to the server from here on, so that nothing is sent twice.
    Cache.Count other = new Cache.Count(Specimens.userId(), TodoFilter.ALL);
    assertThat(views.one.read(other, () -> new TodoCount(0))).isEqualTo(new TodoCount(0));
    views.settle();
  }

  @AfterEach
  void close() {
    views.close();
    link.close();
    redis.close();
  }

  @Test
  void ofAThousandReadersOfTwoInstancesOneLoads() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<TodoCount>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < READERS; i++) {
        RedisCache cache = i % 2 == 0 ? views.one : views.other;
        answers.add(
            threads.submit(() -> {
              start.await();
              return cache.read(key, this::load);
            }));
      }
      start.countDown();
      for (Future<TodoCount> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new TodoCount(1));
      }
    }
    assertThat(loads).hasValue(1);
  }

  /** As slow as a record that is asked much. */
  private TodoCount load() {
    int number = loads.incrementAndGet();
    try {
      var _ = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    return new TodoCount(number);
  }

  @Test
  void aHolderThatDiedDelaysOthersForALittleOnly() {
    // What an instance leaves that dies between its look and its copy.
    assertThat(shared().lookAndLease(key).lease()).isPresent();
    long start = System.nanoTime();
    assertThat(views.one.read(key, this::load)).isEqualTo(new TodoCount(1));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isBetween(Duration.ofMillis(250), Duration.ofMillis(900));
    long left = redis.ask(it -> it.pttl(Keys.lease(key)));
    assertThat(left).isLessThanOrEqualTo(SharedCopies.LEASE.toMillis());
  }

  @Test
  void aLeaseOfBeforeAWriteHoldsNobodyUp() {
    SharedCopies its = shared();
    String lease = its.lookAndLease(key).lease().orElseThrow();
    assertThat(its.lookAndLease(key).lease()).isEmpty();
    String _ = views.one.write(key.owner(), key.scope(), () -> "");
    String next = its.lookAndLease(key).lease().orElseThrow();
    its.release(key, lease);
    assertThat(its.lookAndLease(key).lease()).as("given back by who has it no more").isEmpty();
    its.release(key, next);
    Await.until(Duration.ofSeconds(5), () -> its.lookAndLease(key).lease().isPresent());
  }

  @Test
  void aLoadThatFailsGivesItsLeaseBack() {
    try {
      TodoCount _ =
          views.one.read(
              key,
              () -> {
                throw new IllegalStateException("a loader's bug");
              });
      throw new AssertionError("nothing was thrown");
    } catch (IllegalStateException bug) {
      assertThat(bug).hasMessage("a loader's bug");
    }
    SharedCopies its = shared();
    Await.until(Duration.ofMillis(400), () -> its.lookAndLease(key).lease().isPresent());
  }

  private SharedCopies shared() {
    return new SharedCopies(link, link.port("Cache"), RedisAdapters.unique(UUID::randomUUID));
  }
}

package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Users who write and read whatever comes to their mind, over two instances, while Redis is
 * emptied, killed and held still: nobody is ever shown what was there before what they were shown
 * by the same instance, nor before what they have written there; nor, by the other instance, what
 * was overwritten two seconds ago.
 *
 * <p>{@code -Dhoneydo.history.seconds=60} goes on for 60 seconds instead of 5; {@code
 * -Dhoneydo.history.seed} begins as another run began; {@code -Dhoneydo.history.calm=true} leaves
 * Redis in peace, to see how much copies answer then.
 */
class CacheHistoryTest {
  private static final int SECONDS = Integer.getInteger("honeydo.history.seconds", 5);
  private static final int USERS = Integer.getInteger("honeydo.history.users", 4);
  private static final boolean CALM = Boolean.getBoolean("honeydo.history.calm");
  private static final long SEED = Long.getLong("honeydo.history.seed", System.nanoTime());

  /** Who may do everything but be told of changes, so that nothing is kept near. */
  private static final String UNTOLD =
      "untold on >pw ~* &* +@all -client +client|setname +client|id";

  @Test
  void noReadGoesBackInTime(@TempDir Path directory) throws Exception {
    try (RedisProcess redis = new RedisProcess()) {
      check(directory, redis, redis.url());
    }
  }

  @Test
  void noReadGoesBackInTimeWhereCopiesAreInRedisAlone(@TempDir Path directory) throws Exception {
    List<String> settings = new ArrayList<>(List.of("--user"));
    settings.addAll(List.of(UNTOLD.split(" ", -1)));
    try (RedisProcess redis = new RedisProcess(settings.toArray(String[]::new))) {
      check(directory, redis, redis.url().replace("//", "//untold:pw@"));
    }
  }

  private static void check(Path directory, RedisProcess redis, String url) throws Exception {
    InMemoryRecordStore record = new InMemoryRecordStore(InstantSource.system());
    try (RunningRecord one = started(directory.resolve("one"), url, record);
        RunningRecord other = started(directory.resolve("other"), url, record)) {
      List<CacheHistory> histories = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        histories.add(CacheHistory.begun("ada" + i + "@example.org", one.api(), other.api()));
      }
      long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
      List<Thread> threads = new ArrayList<>();
      for (CacheHistory history : histories) {
        threads.addAll(history.runUntil(end, new Random(SEED ^ threads.size())));
      }
      int befallen = CALM ? 0 : befall(redis, end, new Random(SEED));
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(histories).allSatisfy(it -> assertThat(it.violations()).isEmpty());
      System.out.printf(
          "[honeydo] %d users over 2 instances for %d s (seed %d): %d writes, %d reads (%s), while"
              + " Redis was emptied, killed or held still %d times; the stalest read at the other"
              + " instance was %d ms late%n",
          USERS,
          SECONDS,
          SEED,
          histories.stream().mapToLong(CacheHistory::writes).sum(),
          histories.stream().mapToLong(CacheHistory::reads).sum(),
          CacheHistory.sources(histories),
          befallen,
          histories.stream().mapToLong(CacheHistory::stalest).max().orElseThrow());
    }
  }

  private static RunningRecord started(Path directory, String url, InMemoryRecordStore record) {
    return RunningRecord.over(
        directory,
        Map.of("REDIS_URL", url, "JWT_SECRET_KEY", "the same 32 bytes in both instances"),
        _ -> record);
  }

  /** Does to Redis what is to be done to it; answers how often. */
  private static int befall(RedisProcess redis, long end, Random random)
      throws InterruptedException {
    int times = 0;
    while (System.nanoTime() < end) {
      waitFor(300 + random.nextInt(1_500));
      switch (random.nextInt(4)) {
        case 0, 1 -> redis.flush();
        case 2 -> {
          redis.kill();
          waitFor(random.nextInt(1_500));
          redis.restart();
        }
        default -> {
          redis.pause();
          waitFor(100 + random.nextInt(3_000));
          redis.resume();
        }
      }
      times++;
    }
    return times;
  }

  private static void waitFor(int millis) throws InterruptedException {
    boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }
}

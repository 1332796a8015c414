package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.redis.RedisAdapters.Kind;
import dev.honeydo.adapters.redis.RedisAdapters.Level;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Copies that are asked for often are loaded anew before they are too old; and who hears of it. */
final class HotCopiesTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TodoCount OLD = new TodoCount(1);
  private static final TodoCount NEW = new TodoCount(2);

  private final Cache.Count key = new Cache.Count(Specimens.userId(), TodoFilter.ALL);

  @Test
  void oneReaderLoadsEarlyWhileTheOthersAreServed() throws Exception {
    try (TestRedis redis = TestRedis.start();
        Views views = new Views(redis, Views.NOTHING_NEAR, new TestClock());
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      views.settle();
      Await.until(SOON, () -> views.one.isQuiet() && views.other.isQuiet());
      keep(link);
      CountDownLatch loading = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      // That it took a thousand seconds to load makes it all but certain that it is early enough.
      Future<TodoCount> early =
          threads.submit(() -> views.one.read(key, () -> paused(loading, end)));
      try {
        assertThat(loading.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 10; i++) {
          assertThat(views.one.read(key, HotCopiesTest::loadedAgain)).isEqualTo(OLD);
          assertThat(views.other.read(key, HotCopiesTest::loadedAgain)).isEqualTo(OLD);
        }
      } finally {
        end.countDown();
      }
      assertThat(early.get(10, TimeUnit.SECONDS)).isEqualTo(NEW);
      Await.until(SOON, () -> views.other.read(key, HotCopiesTest::loadedAgain).equals(NEW));
    }
  }

  private void keep(RedisLink link) {
    RedisPort port = link.port("Cache");
    var unique = RedisAdapters.unique(UUID::randomUUID);
    SharedCopies copies = new SharedCopies(link, port, unique);
    Namespaces namespaces = new Namespaces(link, port, unique, System::nanoTime);
    namespaces.refresh();
    SharedCopies.Found<TodoCount> found = copies.look(key);
    Namespace namespace = namespaces.current(key.scope()).orElseThrow();
    long took = Duration.ofSeconds(10_000).toMillis();
    Envelope<TodoCount> copy =
        new Envelope<>(found.generation(), namespace, found.at() - 1_000, 11_000, took, OLD);
    copies.fill(key, copy, Duration.ofMinutes(5), "");
    Await.until(SOON, () -> copies.look(key).copy().equals(Optional.of(copy)));
  }

  private static TodoCount paused(CountDownLatch loading, CountDownLatch end) {
    loading.countDown();
    try {
      assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    return NEW;
  }

  private static TodoCount loadedAgain() {
    throw new IllegalStateException("loaded again");
  }

  @Test
  void whoListensHearsWhereEachAnswerComesFrom() {
    List<String> heard = new CopyOnWriteArrayList<>();
    var caching =
        new RedisAdapters.Caching(
            RedisAdapters.Ttls.DEFAULT,
            (kind, level, took) -> heard.add(kind + " " + level + " " + !took.isNegative()),
            System::nanoTime);
    LocalCache cache = new LocalCache(1 << 20, new TestClock(), caching);
    assertThat(cache.read(key, () -> NEW)).isEqualTo(NEW);
    assertThat(cache.read(key, () -> NEW)).isEqualTo(NEW);
    assertThat(heard)
        .containsExactly(
            Kind.COUNT + " " + Level.RECORD + " true", Kind.COUNT + " " + Level.NEAR + " true");
  }

  @Test
  void agesAreThoseThatAreSetATenthMoreOrLess() {
    Ages ages = new Ages(RedisAdapters.Ttls.DEFAULT, new Chance(UUID.randomUUID()));
    for (int i = 0; i < 1_000; i++) {
      assertThat(ages.fresh(key, NEW)).isBetween(270_000L, 330_000L);
      var profile = new Cache.Profile(key.owner());
      assertThat(ages.fresh(profile, Optional.of(Specimens.user())))
          .isBetween(3_240_000L, 3_960_000L);
      assertThat(ages.fresh(profile, Optional.empty())).isBetween(18_000L, 22_000L);
      var session = new Cache.SessionById(key.owner(), Specimens.sessionId());
      assertThat(ages.fresh(session, Optional.empty())).isEqualTo(2_000);
      assertThat(ages.kept(2_000)).isBetween(54_000L, 66_000L);
    }
  }

  @Test
  void theNearerTheEndTheLikelierItIsEarlyEnough() {
    Chance chance = new Chance(UUID.randomUUID());
    assertThat(early(chance, 10_000, 100)).isZero();
    int soon = early(chance, 100, 100);
    assertThat(soon).isBetween(3_000, 4_400);
    assertThat(early(chance, 10, 100)).isBetween(8_500, 9_600);
  }

  private static int early(Chance chance, long left, long took) {
    int early = 0;
    for (int i = 0; i < 10_000; i++) {
      early += chance.isEarlyEnough(left, took) ? 1 : 0;
    }
    return early;
  }
}

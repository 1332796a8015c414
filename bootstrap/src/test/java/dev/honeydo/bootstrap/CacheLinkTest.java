package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.bootstrap.Api.Answer;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances over one record and one Redis, one of them by way of a network that can swallow
 * what Redis tells.
 *
 * <p>{@code -Dhoneydo.cache.cut=10} swallows it for 10 seconds instead of 5.
 */
class CacheLinkTest {
  private static final int CUT_SECONDS = Integer.getInteger("honeydo.cache.cut", 5);

  /** Two seconds for a ping that goes unanswered, two for what was believed until then. */
  private static final Duration KNOWN = Duration.ofSeconds(4);

  /** What a busy machine takes. */
  private static final Duration TICK = Duration.ofMillis(500);

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String LIST = "/api/todos";

  private final RedisProcess redis = new RedisProcess();
  private final Relay relay = new Relay(redis.port());
  private final InMemoryRecordStore record = new InMemoryRecordStore(InstantSource.system());
  private RunningRecord one;
  private RunningRecord other;
  private Api here;
  private Api there;

  @BeforeEach
  void start(@TempDir Path directory) {
    one = started(directory.resolve("one"), redis.url());
    other = started(directory.resolve("other"), relay.url());
    String email = "ada+" + UUID.randomUUID() + "@example.org";
    assertThat(one.api().register(email).status()).isEqualTo(201);
    here = one.api().loggedIn(email);
    there = new Api(other.api().address(), here.headers());
    Await.until(SOON, () -> relay.trackingConnections() > 0);
  }

  private RunningRecord started(Path directory, String url) {
    return RunningRecord.over(
        directory,
        Map.of("REDIS_URL", url, "JWT_SECRET_KEY", "the same 32 bytes in both instances"),
        _ -> record);
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    relay.close();
    redis.close();
  }

  @Test
  void whatRedisDoesNotTellIsMissedForAMomentOnly() throws Exception {
    String todo = here.post(LIST, json("{'heading':'0'}")).header("Location");
    CacheOverHttpTest.awaitNear(there, todo);
    AtomicBoolean over = new AtomicBoolean();
    Writes writes = new Writes();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 1; !over.get(); i++) {
                Answer answer = here.patch(todo, json("{'heading':'%d'}", i));
                writes.acknowledged(answer.body().path("version").asInt());
              }
            });
    long stalest = staleness(todo, writes, Duration.ofSeconds(1));
    relay.mute();
    long undetected;
    long detected;
    try {
      undetected = staleness(todo, writes, KNOWN);
      detected = staleness(todo, writes, Duration.ofSeconds(CUT_SECONDS).minus(KNOWN));
    } finally {
      relay.unmute();
    }
    long afterwards = staleness(todo, writes, Duration.ofSeconds(2));
    over.set(true);
    writer.join();
    System.out.printf(
        "[honeydo] the invalidation link swallows everything for %d s while one todo is written %d"
            + " times by the other instance; the stalest read, in ms: before %d, until it is known"
            + " %d, then %d, afterwards %d%n",
        CUT_SECONDS, writes.last(), stalest, undetected, detected, afterwards);
    assertThat(List.of(stalest, undetected, afterwards))
        .allSatisfy(it -> assertThat(it).isLessThan(2_000 + TICK.toMillis()));
    assertThat(detected).isZero();
    assertThat(undetected).as("the link was cut").isPositive();
  }

  /** By how many milliseconds the stalest read was late in that time. */
  private long staleness(String todo, Writes writes, Duration time) {
    long stalest = 0;
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      long begun = System.nanoTime();
      int seen = there.get(todo).body().path("version").asInt();
      stalest = Math.max(stalest, writes.lateness(seen, begun) / 1_000_000);
    }
    return stalest;
  }

  @Test
  void aFlushOfRedisEmptiesTheCopiesNearIt() {
    for (int round = 0; round < 3; round++) {
      CacheOverHttpTest.awaitNear(there, LIST);
      long begun = System.nanoTime();
      redis.flush();
      Await.until(
          Duration.ofSeconds(1), () -> !CacheOverHttpTest.source(there.get(LIST)).equals("hit-l1"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
  }

  /** When which version was acknowledged. */
  private static final class Writes {
    private final long[] at = new long[1_000_000];
    private volatile int last = 1;

    void acknowledged(int version) {
      at[version] = System.nanoTime();
      last = version;
    }

    int last() {
      return last;
    }

    /** How long before {@code begun} the version after the one seen was there; 0 if it was not. */
    long lateness(int seen, long begun) {
      return seen >= last ? 0 : Math.max(0, begun - at[seen + 1]);
    }
  }
}

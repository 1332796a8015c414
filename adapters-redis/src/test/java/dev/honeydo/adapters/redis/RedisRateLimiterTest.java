package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import io.lettuce.core.cluster.SlotHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisRateLimiterTest extends RedisRateLimiterSubject {
  private final RateLimiter limiter = new RedisRateLimiter(one.port("RateLimiter"));
  private final RateLimiter anotherView = new RedisRateLimiter(another.port("RateLimiter"));

  @BeforeEach
  void empty() {
    redis.flush();
  }

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public RateLimiter anotherView() {
    return anotherView;
  }

  @Override
  public Optional<RateLimiter> unreachable() {
    RedisLink gone = link();
    gone.close();
    return Optional.of(new RedisRateLimiter(gone.port("RateLimiter")));
  }

  @Test
  void aBucketIsGoneWhenItIsFullAgain() {
    RateLimit quick = new RateLimit("quick", 100, Duration.ofSeconds(1));
    for (int spent = 1; spent <= 50; spent++) {
      var _ = admitted(limiter, charge(quick, "ada", 1));
      assertThat(timeToLive().values())
          .isSubsetOf(LongStream.rangeClosed(0, spent * 10L).boxed().toList());
    }
    Await.until(Duration.ofSeconds(5), () -> timeToLive().isEmpty());
  }

  @Test
  void whatIsRefusedWritesNothing() {
    exhaust(FIVE, "ada");
    var _ = admitted(limiter, charge(THREE, "ada", 1));
    Map<String, String> before = kept();
    for (int attempt = 0; attempt < 10; attempt++) {
      var _ = refused(limiter, charge(FIVE, "ada", 1));
      var _ = refused(limiter, both(THREE, FIVE, "ada"));
      var _ = admitted(limiter, charge(THREE, "ada", 0));
    }
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void theBucketsOfARequestLieInOneSlotAndNobodysAddressStandsInTheirNames() {
    var _ = admitted(limiter, both(FIVE, THREE, "ada@example.org"));
    assertThat(kept().keySet())
        .hasSize(2)
        .allSatisfy(it -> {
          assertThat(it).startsWith("hd:1:rl:{").doesNotContain("ada", "partition");
          assertThat(SlotHash.getSlot(it))
              .isEqualTo(SlotHash.getSlot(kept().keySet().iterator().next()));
        });
  }

  @Test
  void aServerThatForgotTheScriptIsGivenIt() {
    exhaust(FIVE, "ada");
    var _ = redis.ask(it -> it.scriptFlush());
    var _ = refused(limiter, charge(FIVE, "ada", 1));
  }

  @Test
  void whatIsNoNumberIsAFullBucket() {
    var _ = admitted(limiter, charge(FIVE, "ada", 1));
    String key = kept().keySet().iterator().next();
    var _ = redis.ask(it -> it.set(key, "garbage"));
    assertThat(remaining(limiter, charge(FIVE, "ada", 1))).isEqualTo(4);
    assertThat(timeToLive().get(key)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40})
  void ofManyThreadsExactlyTheQuotaIsAdmitted(int quota) {
    RateLimit limit = new RateLimit("limit", quota, Duration.ofHours(1));
    var answers =
        Race.run(100, it -> (it % 2 == 0 ? limiter : anotherView).spend(charge(limit, "ada", 1)));
    assertThat(answers).filteredOn(Admitted.class::isInstance).hasSize(quota);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noMoreThanTheLimitIsAdmittedHoweverRequestsArrive(long seed) {
    Random random = new Random(seed);
    RateLimit limit = new RateLimit("limit", 10, Duration.ofMinutes(10));
    long elapsed = 0;
    int admitted = 0;
    for (int arrival = 0; arrival < 300; arrival++) {
      if (random.nextInt(10) == 0) {
        int seconds = random.nextInt(200);
        elapse(Duration.ofSeconds(seconds));
        elapsed += seconds;
      }
      RateLimiter view = random.nextBoolean() ? limiter : anotherView;
      if (view.spend(charge(limit, "ada", 1)) instanceof Admitted) {
        admitted++;
      }
      // A minute for the time that passed meanwhile.
      assertThat(admitted).isBetween(1, 10 + (int) (elapsed + 60) / 60);
    }
    assertThat(admitted).isGreaterThan(10);
  }

  @Test
  void whoKeepsToTheLimitIsNeverRefused() {
    RateLimit limit = new RateLimit("limit", 10, Duration.ofMinutes(10));
    var _ = admitted(limiter, charge(limit, "ada", 10));
    for (int minute = 0; minute < 100; minute++) {
      elapse(limit.interval());
      assertThat(remaining(minute % 2 == 0 ? limiter : anotherView, charge(limit, "ada", 1)))
          .isZero();
    }
  }

  @Test
  void noKeyIsWithoutTimeToLiveHoweverOftenAClientIsKilled() throws Exception {
    for (int round = 0; round < 3; round++) {
      Process client =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Spender.class.getName(),
                  redis.url())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader lines = client.inputReader()) {
        assertThat(lines.readLine()).isEqualTo("spending");
        int before = kept().size();
        Await.until(Duration.ofSeconds(20), () -> kept().size() > before + 200);
      } finally {
        client.destroyForcibly();
      }
      assertThat(client.waitFor(10, SECONDS)).isTrue();
      assertThat(timeToLive().values()).isNotEmpty().allMatch(it -> it > 0);
    }
  }

  /** Charges as fast as it can, until it is killed. */
  static final class Spender {
    private Spender() {}

    public static void main(String[] arguments) throws IOException {
      try (RedisAdapters adapters =
          RedisAdapters.open(
              new RedisAdapters.Config(arguments[0], Duration.ofSeconds(5)),
              UUID::randomUUID,
              java.time.InstantSource.system(),
              Views.CACHING,
              new InMemoryUnheardWriters())) {
        RateLimiter limiter =
            adapters.rateLimiter(java.time.InstantSource.system(), Optional.of(1));
        RateLimit limit = new RateLimit("limit", 1_000_000, Duration.ofDays(1));
        System.out.println("spending");
        for (int i = 0; true; i++) {
          Charge charge =
              new Charge("p", List.of(new Bucket(limit, Integer.toString(i % 5_000))), 1_000_000);
          var _ = limiter.spend(charge);
        }
      }
    }
  }

  private Map<String, String> kept() {
    return redis.ask(it -> {
      Map<String, String> kept = new TreeMap<>();
      it.keys("hd:1:rl:*").forEach(key -> kept.put(key, it.get(key)));
      return kept;
    });
  }

  private Map<String, Long> timeToLive() {
    return redis.ask(it -> {
      Map<String, Long> times = new TreeMap<>();
      it.keys("*").forEach(key -> times.put(key, it.pttl(key)));
      // What went between the two questions.
      times.values().removeIf(left -> left == -2);
      return times;
    });
  }
}

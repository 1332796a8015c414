package dev.honeydo.bootstrap;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import dev.honeydo.bootstrap.Fault.Part;
import dev.honeydo.bootstrap.FaultLoad.Sample;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two instances over one record, which speaks MongoDB's protocol, and one Redis: each {@link Fault}
 * in turn befalls them while clients are at work.
 *
 * <p>{@code -Dhoneydo.faults.seconds=30} has each last for 30 seconds instead of one and a half;
 * {@code -Dhoneydo.faults.factor=1} holds the suite to its bounds on a machine with nothing else to
 * do, {@code -Dhoneydo.faults.only=REDIS_} runs those whose names begin so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartFaultsTest {
  private static final int SECONDS = Integer.getInteger("honeydo.faults.seconds", 0);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final String ONLY = System.getProperty("honeydo.faults.only", "");

  /** By how much a machine that is busy with other things may be slower. */
  private static final int FACTOR = Integer.getInteger("honeydo.faults.factor", 3);

  private static final long WORST_MILLIS = 1_000;
  private static final long OPEN_MILLIS = 300;

  /** One call of Redis in vain, which takes 250 ms at most, and a look. */
  private static final Duration OPEN = Duration.ofMillis(400);

  /** One call of the record in vain, which takes 600 ms at most, and a look. */
  private static final Duration RECORD_OPEN = Duration.ofMillis(800);

  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String WHOLE = "healthy [] hit-l1";
  private static final int LOGINS = 4;
  private static final int MORE_THREADS = 12;
  private static final long MORE_BYTES = 48L << 20;
  private static final Duration STEP = Duration.ofMillis(100);

  private final MongoServer mongo = new MongoServer(new OrderlyBackend());
  private final RedisProcess redis = new RedisProcess();
  private final FaultyRelay toRedis = new FaultyRelay(redis.port());
  private final FaultyRelay toRecord = relayTo(mongo);
  private final Fault.Stage stage = new Fault.Stage(redis, toRedis, toRecord);
  private final List<RunningRecord> running = new ArrayList<>();
  private final List<Api> instances = new ArrayList<>();
  private final List<String> table = new ArrayList<>();
  private FaultLoad.Cast cast;
  private int threads;
  private long bytes;

  private static FaultyRelay relayTo(MongoServer server) {
    server.bind("127.0.0.1", 0);
    return new FaultyRelay(server.getLocalAddress().getPort());
  }

  @BeforeAll
  void start(@TempDir Path directory) {
    for (String name : List.of("one", "other")) {
      RunningRecord instance =
          RunningRecord.configured(
              directory.resolve(name),
              Map.of(
                  "REDIS_URL",
                  "redis://127.0.0.1:" + toRedis.port(),
                  "DB_URI",
                  "mongodb://127.0.0.1:" + toRecord.port(),
                  "JWT_SECRET_KEY",
                  "the same 32 bytes in both instances",
                  "TRUSTED_PROXIES",
                  "127.0.0.1,::1",
                  "INSTANCES",
                  "2",
                  "RATE_LIMIT_LOGIN",
                  LOGINS + "/3600"));
      running.add(instance);
      instances.add(instance.api());
    }
    cast = FaultLoad.Cast.at(instances.getFirst().with("X-Forwarded-For", "10.200.0.1"));
    awaitRecovery();
    try (FaultLoad load = new FaultLoad("warm", instances, cast)) {
      load.begin();
      last(Duration.ofSeconds(2), () -> {});
    }
    threads = liveThreads();
    bytes = usedBytes();
  }

  @AfterAll
  void stop() {
    try {
      assertNothingHasGrown();
    } finally {
      close();
    }
  }

  private void close() {
    running.forEach(RunningRecord::close);
    toRedis.close();
    toRecord.close();
    redis.close();
    mongo.shutdownNow();
    System.out.println(
        "[honeydo] fault | requests | worst ms | p99 once open ms | recovery ms | logins let"
            + " through, refused | created, logged out | statuses");
    table.forEach(it -> System.out.println("[honeydo] " + it));
  }

  static Stream<Fault> faults() {
    return EnumSet.allOf(Fault.class).stream()
        .filter(it -> it.name().startsWith(ONLY))
        .filter(it -> SECONDS > 0 || !ONLY.isEmpty() || !it.isForLong());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whateverBefallsAPartIsSurvived(Fault fault) {
    forgetTodos();
    FaultLoad load = new FaultLoad(fault.name(), instances, cast);
    long begun;
    long ended;
    Duration recovery;
    try (load) {
      load.begin();
      last(Duration.ofMillis(300), () -> {});
      begun = System.nanoTime();
      fault.begin(stage);
      if (fault.part() == Part.REDIS) {
        load.guess();
      }
      last(course(fault), () -> fault.goOn(stage));
      load.stopGuessing();
      fault.end(stage);
      ended = System.nanoTime();
      recovery = awaitRecovery();
    }
    List<Sample> during = load.samples().stream().filter(it -> it.ended() >= begun).toList();
    long worst = during.stream().mapToLong(it -> it.millisSince(begun)).max().orElseThrow();
    long open = percentile99(during, begun + open(fault).toNanos(), ended);
    Map<String, Integer> statuses = statuses(during);
    List<String> violations = load.violations();
    table.add(
        String.format(
            Locale.ROOT,
            "%s | %d | %d | %d | %d | %d, %d | %d, %d | %s",
            fault,
            during.size(),
            worst,
            open,
            recovery.toMillis(),
            load.admitted(),
            load.limited(),
            load.creations(),
            load.revocations(),
            statuses));
    assertThat(violations).isEmpty();
    assertThat(load.creations()).isPositive();
    if (fault.part() == Part.REDIS) {
      assertThat(statuses.keySet()).noneMatch(it -> it.startsWith("5"));
      // What was counted together before is not carried over to what each counts for itself.
      assertThat(load.admitted()).isLessThanOrEqualTo(2 * LOGINS);
      assertThat(load.limited()).isPositive();
    } else {
      assertThat(statuses.keySet())
          .filteredOn(it -> it.startsWith("5"))
          .containsExactly("503 dependency_unavailable");
      assertThat(during).filteredOn(it -> it.status() == 503).allMatch(Sample::saysWhen);
    }
    assertThat(worst).isLessThan(FACTOR * WORST_MILLIS);
    assertThat(open).isLessThan(FACTOR * OPEN_MILLIS);
    assertThat(recovery).isLessThan(RECOVERY.multipliedBy(FACTOR));
  }

  /**
   * Takes away what was made under the faults before: the record's stand-in has no indexes, and
   * would be slower under each fault than under the last.
   */
  private void forgetTodos() {
    String direct = "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort();
    try (MongoClient client = MongoClients.create(direct)) {
      var _ = client.getDatabase("honeydo").getCollection("todos").deleteMany(new Document());
    }
  }

  private void assertNothingHasGrown() {
    System.out.println(
        "[honeydo] threads "
            + threads
            + " and then "
            + liveThreads()
            + ", KiB of heap "
            + (bytes >> 10)
            + " and then "
            + (usedBytes() >> 10));
    Await.until(SOON, () -> liveThreads() <= threads + MORE_THREADS);
    assertThat(usedBytes()).isLessThan(bytes + MORE_BYTES);
  }

  private static Duration course(Fault fault) {
    return SECONDS > 0 ? Duration.ofSeconds(SECONDS) : open(fault).plus(SHORT);
  }

  /** When nobody waits in vain any more. */
  private static Duration open(Fault fault) {
    return (fault.part() == Part.REDIS ? OPEN : RECORD_OPEN).multipliedBy(FACTOR);
  }

  /** How long it takes until both instances are as they were: nothing degraded, copies near. */
  private Duration awaitRecovery() {
    long begun = System.nanoTime();
    try {
      Await.until(SOON, () -> instances.stream().allMatch(this::isWhole));
    } catch (AssertionError late) {
      throw new AssertionError(instances.stream().map(this::state).toList() + " for " + SOON, late);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean isWhole(Api instance) {
    return state(instance).equals(WHOLE);
  }

  /** What health reports, and where a copy of what nobody writes comes from. */
  private String state(Api instance) {
    JsonNode health = instance.get("/api/health/detailed").body();
    Api.Answer answer = cast.reader().at(instance, "10.200.0.2").get("/api/users/me");
    String source = answer.status() == 200 ? CacheOverHttpTest.source(answer) : answer.outcome();
    return health.path("status").textValue() + " " + health.path("degraded") + " " + source;
  }

  private static void last(Duration time, Runnable each) {
    long deadline = System.nanoTime() + time.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (System.nanoTime() < deadline) {
        each.run();
        var _ = never.await(STEP.toMillis(), MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long percentile99(List<Sample> samples, long from, long to) {
    List<Long> sorted =
        samples.stream()
            .filter(it -> it.begun() >= from && it.begun() <= to)
            .map(Sample::millis)
            .sorted()
            .toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
  }

  private static Map<String, Integer> statuses(List<Sample> samples) {
    Map<String, Integer> counts = new TreeMap<>();
    samples.forEach(it -> {
      var _ = counts.merge((it.status() + " " + it.code()).strip(), 1, Integer::sum);
    });
    return counts;
  }

  private static int liveThreads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

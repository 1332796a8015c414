package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.Finding.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said of a Redis server to whoever runs it. */
final class ExaminationTest {
  private static final InstantSource NOW = InstantSource.system();

  private static List<Finding> examined(String url, InstantSource clock) {
    return RedisAdapters.examine(
        new RedisAdapters.Config(url, RedisAdapters.Config.TIMEOUT), UUID::randomUUID, clock);
  }

  private static String says(List<Finding> findings, String subject, Verdict verdict) {
    return findings.stream()
        .filter(it -> it.subject().equals(subject) && it.verdict() == verdict)
        .map(Finding::says)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + verdict + " on " + subject + ": " + findings));
  }

  @Test
  void aServerThatIsAsItShouldBeIsWellAndKeepsNothingOfIt() {
    try (TestRedis redis = TestRedis.start()) {
      List<Finding> findings = examined(redis.url(), NOW);
      assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.OK);
      assertThat(findings)
          .extracting(Finding::subject)
          .containsExactly(
              "redis",
              "redis version",
              "redis memory",
              "redis persistence",
              "redis tracking",
              "clock");
      assertThat(redis.<Long>ask(it -> it.dbsize())).isZero();
    }
  }

  @Test
  void aServerThatIsNotThereFails() {
    TestRedis redis = TestRedis.start();
    redis.kill();
    List<Finding> findings = examined("redis://ada:my-secret@127.0.0.1:" + redis.port(), NOW);
    assertThat(findings).hasSize(1);
    assertThat(says(findings, "redis", Verdict.FAIL))
        .contains("does not answer")
        .doesNotContain("my-secret", "ada");
  }

  @Test
  void aServerThatIsSilentFailsSoon() {
    try (TestRedis redis = TestRedis.start()) {
      redis.pause();
      long start = System.nanoTime();
      assertThat(says(examined(redis.url(), NOW), "redis", Verdict.FAIL))
          .contains("does not answer");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
      redis.resume();
    }
  }

  @Test
  void aWrongPasswordFailsAndIsNotTold() {
    try (TestRedis redis = TestRedis.start("--requirepass", "right-one")) {
      List<Finding> findings = examined("redis://:wrong-one@127.0.0.1:" + redis.port(), NOW);
      assertThat(says(findings, "redis", Verdict.FAIL))
          .contains("WRONGPASS", "REDIS_URL")
          .doesNotContain("wrong-one");
      assertThat(examined("redis://:right-one@127.0.0.1:" + redis.port(), NOW))
          .extracting(Finding::verdict)
          .containsOnly(Verdict.OK);
    }
  }

  @Test
  void aServerThatEvictsIsWarnedOf() {
    try (TestRedis redis =
        TestRedis.start("--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru")) {
      assertThat(says(examined(redis.url(), NOW), "redis memory", Verdict.WARN))
          .contains("allkeys-lru", "noeviction");
    }
    try (TestRedis redis =
        TestRedis.start("--maxmemory", "64mb", "--maxmemory-policy", "noeviction")) {
      assertThat(says(examined(redis.url(), NOW), "redis memory", Verdict.OK))
          .contains("there is room");
    }
  }

  @Test
  void aServerThatIsFullFails() {
    try (TestRedis redis =
        TestRedis.start("--maxmemory", "1", "--maxmemory-policy", "noeviction")) {
      List<Finding> findings = examined(redis.url(), NOW);
      assertThat(says(findings, "redis", Verdict.FAIL)).contains("OOM", "memory");
      assertThat(says(findings, "redis memory", Verdict.WARN)).contains("nine tenths");
    }
  }

  @Test
  void aReplicaFails() {
    try (TestRedis primary = TestRedis.start();
        TestRedis replica = TestRedis.start("--replicaof", "127.0.0.1", "" + primary.port())) {
      List<Finding> findings = examined(replica.url(), NOW);
      assertThat(says(findings, "redis role", Verdict.FAIL)).contains("primary");
      assertThat(says(findings, "redis", Verdict.FAIL)).contains("READONLY");
    }
  }

  @Test
  void whatAUserMayNotDoIsToldOneByOne() {
    try (TestRedis redis = TestRedis.start()) {
      String _ = redis.ask(it -> it.configSet("requirepass", "root"));
      String narrow = "redis://narrow:pass-word@127.0.0.1:" + redis.port();
      allow(redis, "+@all -info -time -client");
      List<Finding> findings = examined(narrow, NOW);
      assertThat(says(findings, "redis", Verdict.OK)).contains("work");
      assertThat(says(findings, "redis info", Verdict.WARN)).contains("NOPERM");
      assertThat(says(findings, "redis tracking", Verdict.WARN)).contains("CLIENT TRACKING");
      assertThat(says(findings, "clock", Verdict.WARN)).contains("TIME");

      allow(redis, "+@all -set");
      assertThat(says(examined(narrow, NOW), "redis", Verdict.FAIL)).contains("NOPERM");
    }
  }

  private static void allow(TestRedis redis, String commands) {
    redis.command("AUTH root\r\nACL SETUSER narrow reset on >pass-word ~* " + commands);
  }

  @Test
  void clocksThatAreApartAreWarnedOf() {
    try (TestRedis redis = TestRedis.start()) {
      InstantSource late = () -> NOW.instant().minusSeconds(60);
      assertThat(says(examined(redis.url(), late), "clock", Verdict.WARN)).contains("NTP");
    }
  }
}

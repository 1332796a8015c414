package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How ports reach a server that comes and goes. */
final class RedisPortTest {
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final Script ECHO = Script.of("return {ARGV[1]}");

  @Test
  void aScriptRunsAgainAfterTheServerForgotIt() {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
      RedisPort port = link.port("Cache");
      assertThat(echo(port)).isEqualTo("x");
      var _ = redis.ask(it -> it.scriptFlush());
      assertThat(echo(port)).isEqualTo("x");
    }
  }

  @Test
  void aServerThatIsAwayIsUnavailableAndFoundOnceItIsThere() {
    try (TestRedis redis = TestRedis.start()) {
      redis.kill();
      try (RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
        RedisPort port = link.port("Cache");
        assertThatThrownBy(() -> echo(port)).isInstanceOf(PortUnavailable.class);
        redis.restart();
        awaitEcho(port);
        redis.kill();
        assertThatThrownBy(() -> echo(port)).isInstanceOf(PortUnavailable.class);
        redis.restart();
        awaitEcho(port);
      }
    }
  }

  @Test
  void aServerThatHangsIsLeftAloneAfterAFewTries() {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
      RedisPort port = link.port("Cache");
      assertThat(echo(port)).isEqualTo("x");
      redis.pause();
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThatThrownBy(() -> echo(port)).isInstanceOf(PortUnavailable.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      redis.resume();
      awaitEcho(port);
    }
  }

  @Test
  void whoeverWaitsInVainFirstWaitsForAllPorts() {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
      RedisPort first = link.port("Cache");
      List<RedisPort> others = List.of(link.port("Locks"), link.port("RateLimiter"));
      assertThat(echo(first)).isEqualTo("x");
      redis.pause();
      assertThatThrownBy(() -> echo(first)).isInstanceOf(PortUnavailable.class);
      long start = System.nanoTime();
      for (RedisPort other : others) {
        assertThat(other.isClosed()).isFalse();
        for (int i = 0; i < 20; i++) {
          assertThatThrownBy(() -> echo(other)).isInstanceOf(PortUnavailable.class);
        }
      }
      // None of forty waited, where five of each would have.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT);
      redis.resume();
      others.forEach(RedisPortTest::awaitEcho);
      assertThat(others).allMatch(RedisPort::isClosed);
    }
  }

  @Test
  void whatAServerRefusesAgainAndAgainIsLeftAloneByThePortThatAsks() {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
      RedisPort refused = link.port("Cache");
      RedisPort other = link.port("Locks");
      Script refusal = Script.of("return redis.error_reply('ERR no')");
      for (int i = 0; i < 5; i++) {
        assertThat(refused.isClosed()).isTrue();
        assertThatThrownBy(() -> refused.run("refuse", refusal, List.of()))
            .isInstanceOf(PortUnavailable.class);
      }
      assertThat(refused.isClosed()).isFalse();
      assertThat(echo(other)).isEqualTo("x");
      awaitEcho(refused);
      assertThat(refused.isClosed()).isTrue();
    }
  }

  private static String echo(RedisPort port) {
    var answer = port.run("echo", ECHO, List.of("hd:1:{x}"), "x".getBytes(UTF_8));
    return new String((byte[]) Objects.requireNonNull(answer.getFirst()), UTF_8);
  }

  private static void awaitEcho(RedisPort port) {
    Await.until(Duration.ofSeconds(5), () -> succeeds(port));
  }

  private static boolean succeeds(RedisPort port) {
    try {
      return echo(port).equals("x");
    } catch (PortUnavailable _) {
      return false;
    }
  }
}

package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users of the server with the rights that they need, and with wrong passwords. */
final class AccessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String RULE = rule();

  /** As the page for those who run it gives it. */
  private static String rule() {
    try {
      return Files.readString(Path.of("..", "docs", "operations.md"))
          .lines()
          .filter(it -> it.startsWith("user honeydo "))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void allow(TestRedis redis, String password) {
    String rule = RULE.replace(">a-long-password", "resetpass >" + password);
    redis.tell(("ACL SETUSER " + rule.substring("user ".length())).split(" "));
  }

  private static String url(TestRedis redis) {
    return "redis://honeydo:s3cret@127.0.0.1:" + redis.port();
  }

  private static RedisAdapters open(TestRedis redis) {
    return RedisAdapters.open(
        new RedisAdapters.Config(url(redis), RedisAdapters.Config.TIMEOUT),
        UUID::randomUUID,
        InstantSource.system(),
        Views.CACHING,
        new InMemoryUnheardWriters());
  }

  private static boolean works(RedisAdapters adapters) {
    try {
      return adapters.healthProbe().probe().operations().size() == 4
          && ((RedisCache) adapters.cache()).isSettled();
    } catch (PortUnavailable away) {
      return false;
    }
  }

  @Test
  void theRightsThatAreDocumentedAreEnough() throws Exception {
    try (TestRedis redis = TestRedis.start()) {
      allow(redis, "s3cret");
      try (FailoverLoad load = new FailoverLoad(url(redis));
          RedisAdapters adapters = open(redis)) {
        load.go(500);
        load.end();
        assertThat(adapters.cacheControl().state().healthy()).isTrue();
        var _ = adapters.cacheControl().clear(EnumSet.allOf(Cache.Scope.class));
      }
      // CLIENT SETINFO, which 6.2 does not know, is what the driver tries and can do without.
      var denied = redis.ask(it -> it.aclLog());
      assertThat(denied).allMatch(it -> String.valueOf(it.get("object")).startsWith("client"));
    }
  }

  @Test
  void aWrongPasswordIsToldOnceAndNeverShownAndTheRightOneTakenUp() {
    try (TestRedis redis = TestRedis.start();
        Warnings warnings = Warnings.listen()) {
      allow(redis, "another");
      try (RedisAdapters adapters = open(redis)) {
        assertThatThrownBy(() -> adapters.healthProbe().probe())
            .isInstanceOf(PortUnavailable.class);
        // Five attempts.
        Await.until(
            PATIENCE,
            () ->
                redis.ask(it -> it.aclLog()).stream()
                    .anyMatch(it -> Long.parseLong(String.valueOf(it.get("count"))) >= 5));
        assertThat(warnings.of(RedisLink.class))
            .singleElement()
            .asString()
            .contains("refuses the user name or the password");
        assertThat(warnings.all()).hasSizeLessThan(5);
        allow(redis, "s3cret");
        Await.until(PATIENCE, () -> works(adapters));
        allow(redis, "another");
        redis.killClients();
        Await.until(PATIENCE, () -> !works(adapters));
        allow(redis, "s3cret");
        Await.until(PATIENCE, () -> works(adapters));
      }
      assertThat(warnings.all()).noneMatch(it -> it.contains("s3cret") || it.contains("another"));
    }
  }
}

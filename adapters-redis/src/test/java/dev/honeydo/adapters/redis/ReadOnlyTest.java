package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A primary that has become a replica, and takes no more writes. */
final class ReadOnlyTest {
  private static final Duration TIMEOUT = Duration.ofMillis(250);

  @Test
  void itIsLeftNowAndThenAndUsedAgainWhenItTakesWrites() {
    try (TestRedis redis = TestRedis.start();
        TestRedis other = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
      RedisPort port = link.port("Cache");
      RedisPort another = link.port("Locks");
      assertThat(sets(port)).isTrue();
      long before = link.incarnation();
      redis.tell("REPLICAOF", "127.0.0.1", Integer.toString(other.port()));
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      while (System.nanoTime() < end) {
        assertThat(sets(port)).isFalse();
        assertThat(sets(another)).isFalse();
      }
      // Each renewal is an end and a beginning: one at once, one after 1 s, one after 2 s more.
      assertThat(link.incarnation() - before).isBetween(2L, 8L);
      redis.tell("REPLICAOF", "NO", "ONE");
      Await.until(Duration.ofSeconds(5), () -> sets(port) && sets(another));
    }
  }

  private static boolean sets(RedisPort port) {
    try {
      return port.ask("set", it -> it.set("hd:1:x", new byte[0])).equals("OK");
    } catch (PortUnavailable _) {
      return false;
    }
  }
}

package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HeadsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  @Test
  void instancesThatComeAndGoAreCountedAndTheLastCountStands() {
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT);
        Heads one = new Heads(link, "one")) {
      assertThat(one.getAsInt()).isEqualTo(1);
      try (Heads two = new Heads(link, "two");
          Heads three = new Heads(link, "three")) {
        Await.until(PATIENCE, () -> one.getAsInt() == 3);
        assertThat(Math.max(two.getAsInt(), three.getAsInt())).isGreaterThan(1);
        long left = redis.ask(it -> it.pttl(Heads.KEY));
        assertThat(left).isBetween(1L, 10_000L);
      }
      Await.until(PATIENCE, () -> one.getAsInt() == 1);
      var _ = redis.ask(it -> it.zadd(Heads.KEY, 1, "gone long ago"));
      try (Heads _ = new Heads(link, "four")) {
        Await.until(PATIENCE, () -> one.getAsInt() == 2);
        redis.kill();
        assertThat(one.getAsInt()).isEqualTo(2);
      }
    }
  }
}

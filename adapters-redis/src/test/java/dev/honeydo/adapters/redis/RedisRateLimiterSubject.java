package dev.honeydo.adapters.redis;

import dev.honeydo.contracts.RateLimiterContract;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract over one server. Its clock cannot be moved, so time passes by moving into the past
 * when each bucket will be full.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisRateLimiterSubject implements RateLimiterContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  static final String ELAPSE =
      """
      for _, key in ipairs(redis.call('KEYS', 'hd:1:rl:*')) do
        local at = redis.call('GET', key) - ARGV[1]
        redis.call('SET', key, string.format('%.0f', at), 'KEEPTTL')
      end
      return 1
      """;

  final TestRedis redis = TestRedis.start();
  final RedisLink one = link();
  final RedisLink another = link();

  @AfterAll
  final void stop() {
    one.close();
    another.close();
    redis.close();
  }

  final RedisLink link() {
    return RedisLink.open(RedisURI.create(redis.url()), TIMEOUT);
  }

  @Override
  public void elapse(Duration time) {
    Object _ =
        redis.ask(it ->
            it.<Object>eval(
                ELAPSE,
                ScriptOutputType.INTEGER,
                new String[0],
                Long.toString(LocalRateLimiter.micros(time))));
  }
}

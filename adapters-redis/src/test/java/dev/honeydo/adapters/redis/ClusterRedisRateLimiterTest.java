package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.contracts.RateLimiterContract;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Limits over a cluster: the buckets of one request lie on one node, those of others elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterRedisRateLimiterTest implements RateLimiterContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final TestCluster redis = TestCluster.shared();
  private final RedisLink one = link();
  private final RedisLink another = link();
  private final RateLimiter limiter = new RedisRateLimiter(one.port("RateLimiter"));
  private final RateLimiter anotherView = new RedisRateLimiter(another.port("RateLimiter"));

  private RedisLink link() {
    return RedisLink.open(RedisAddress.parse(redis.url()), Optional.empty(), TIMEOUT);
  }

  @BeforeEach
  void empty() {
    redis.flush();
  }

  @AfterAll
  void close() {
    one.close();
    another.close();
    assertThat(redis.misdirected()).isZero();
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

  @Override
  public void elapse(Duration time) {
    for (TestRedis node : redis.primaries()) {
      Object _ =
          node.ask(it ->
              it.<Object>eval(
                  RedisRateLimiterSubject.ELAPSE,
                  ScriptOutputType.INTEGER,
                  new String[0],
                  Long.toString(LocalRateLimiter.micros(time))));
    }
  }
}

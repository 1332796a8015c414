package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.contracts.CacheContract;
import dev.honeydo.contracts.TestClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** {@link RedisCache} with copies kept near each instance, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NearRedisCacheTest implements CacheContract {
  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NEAR, new TestClock());
  private final RedisCache one = views.one;

  @Override
  public Cache cache() {
    return one;
  }

  @Override
  public Cache anotherView() {
    return views.other;
  }

  @Override
  public Optional<TestClock> clock() {
    return Optional.empty();
  }

  @Override
  @BeforeEach
  public void settle() {
    views.settle();
  }

  @AfterAll
  void close() {
    views.close();
    redis.close();
  }
}

package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.contracts.CacheContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** {@link RedisCache} over a cluster, with copies kept near each instance, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterRedisCacheTest implements CacheContract {
  private final TestCluster redis = TestCluster.shared();
  private final Views views =
      new Views(redis.url(), redis.url(), Views.NEAR, new TestClock(), Duration.ofSeconds(2));
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
    assertThat(redis.misdirected()).isZero();
  }
}

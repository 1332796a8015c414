package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.HealthProbeContract;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisHealthProbeTest implements HealthProbeContract {
  private final TestRedis redis = TestRedis.start();
  private final RedisLink link =
      RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));
  private final RedisLink closed =
      RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));

  @Override
  public HealthProbe probe() {
    return over(link);
  }

  @Override
  public HealthProbe unreachable() {
    closed.close();
    return over(closed);
  }

  @AfterAll
  void close() {
    link.close();
    redis.close();
  }

  private static HealthProbe over(RedisLink link) {
    return new RedisHealthProbe(link.port("HealthProbe"), RedisAdapters.unique(UUID::randomUUID));
  }
}

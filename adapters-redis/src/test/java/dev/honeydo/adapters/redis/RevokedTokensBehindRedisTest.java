package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensContract;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What the record promises of its revoked tokens, it promises behind a cache that instances share
 * too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevokedTokensBehindRedisTest implements RevokedTokensContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NOTHING_NEAR, clock);

  @Override
  public RevokedTokens revokedTokens() {
    return over(views.one);
  }

  @Override
  public RevokedTokens anotherView() {
    return over(views.other);
  }

  @Override
  public RevokedTokens unreachable() {
    InMemoryRevokedTokens gone = new InMemoryRevokedTokens(clock);
    gone.setAvailable(false);
    return CachedRecord.of(sessions, gone, views.one, clock).revokedTokens();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  private RevokedTokens over(Cache cache) {
    return CachedRecord.of(sessions, tokens, cache, clock).revokedTokens();
  }

  @BeforeEach
  void settle() {
    views.settle();
  }

  @AfterAll
  void close() {
    views.close();
    redis.close();
  }
}

package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What the record promises of its sessions, it promises behind a cache that instances share too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionsBehindRedisTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NOTHING_NEAR, clock);

  @Override
  public Sessions sessions() {
    return over(views.one);
  }

  @Override
  public Sessions anotherView() {
    return over(views.other);
  }

  @Override
  public Sessions unreachable() {
    InMemorySessions gone = new InMemorySessions(clock);
    gone.setAvailable(false);
    return CachedRecord.of(gone, tokens, views.one, clock).sessions();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  private Sessions over(Cache cache) {
    return CachedRecord.of(sessions, tokens, cache, clock).sessions();
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

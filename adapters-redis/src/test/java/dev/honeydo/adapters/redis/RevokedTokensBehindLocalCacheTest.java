package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensContract;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the record promises of its revoked tokens, it promises behind a cache in the process too.
 */
final class RevokedTokensBehindLocalCacheTest implements RevokedTokensContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final Cache cache = new LocalCache(1 << 20, clock, Views.CACHING);

  @Override
  public RevokedTokens revokedTokens() {
    return over(cache);
  }

  @Override
  public RevokedTokens anotherView() {
    return over(cache);
  }

  @Override
  public RevokedTokens unreachable() {
    InMemoryRevokedTokens gone = new InMemoryRevokedTokens(clock);
    gone.setAvailable(false);
    return CachedRecord.of(sessions, gone, cache, clock).revokedTokens();
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
}

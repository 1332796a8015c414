package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.Duration;
import java.time.InstantSource;

/** What the record promises of its sessions, it promises behind a cache in the process too. */
final class SessionsBehindLocalCacheTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final Cache cache = new LocalCache(1 << 20, clock, Views.CACHING);

  @Override
  public Sessions sessions() {
    return over(cache);
  }

  @Override
  public Sessions anotherView() {
    return over(cache);
  }

  @Override
  public Sessions unreachable() {
    InMemorySessions gone = new InMemorySessions(clock);
    gone.setAvailable(false);
    return CachedRecord.of(gone, tokens, cache, clock).sessions();
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
}

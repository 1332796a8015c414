package dev.honeydo.application.cache;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.contracts.reference.InMemorySessions;
import java.time.Duration;
import java.time.InstantSource;

/** Sessions behind a cache are sessions. */
final class CachedSessionsTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions record = new InMemorySessions(clock);
  private final InMemoryCache cache = new InMemoryCache(clock);

  @Override
  public Sessions sessions() {
    return new CachedSessions(record, cache, clock);
  }

  @Override
  public Sessions anotherView() {
    return new CachedSessions(record, cache, clock);
  }

  @Override
  public Sessions unreachable() {
    InMemorySessions gone = new InMemorySessions(clock);
    gone.setAvailable(false);
    return new CachedSessions(gone, cache, clock);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }
}

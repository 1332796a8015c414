package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Events within this process: a ring of each user's last ones, made when somebody first asks where
 * they end, for before that nobody can have missed any. There are {@value #MOST_USERS} rings at the
 * most; whose ring had to go is told to read all anew.
 */
final class LocalEvents implements Events {
  private static final int MOST_USERS = 1_000;
  private static final Duration IDLE = Duration.ofDays(1);

  private final Supplier<String> unique;
  private final Bells bells = new Bells();
  private final Cache<UserId, EventRing> rings =
      Caffeine.newBuilder()
          .maximumSize(MOST_USERS)
          .expireAfterAccess(IDLE)
          .executor(Runnable::run)
          .build();

  /**
   * Nothing has happened yet.
   *
   * @param unique gives what nobody else ever gives, to name rings
   */
  LocalEvents(Supplier<String> unique) {
    this.unique = unique;
  }

  @Override
  public Announcement publish(UserId owner, Event event) {
    EventRing ring = rings.getIfPresent(owner);
    if (ring != null) {
      ring.add(event);
      bells.ring(owner);
    }
    return new Announcement();
  }

  @Override
  public EventId end(UserId owner) {
    return rings.get(owner, _ -> new EventRing(unique.get())).end();
  }

  @Override
  public Reading read(UserId owner, EventId after, Duration patience) {
    return bells.await(owner, patience, () -> patience, () -> look(owner, after));
  }

  private Reading look(UserId owner, EventId after) {
    EventRing ring = rings.getIfPresent(owner);
    return ring == null ? new Missed(end(owner)) : ring.read(after);
  }

  @Override
  public Forgetting forget(UserId owner) {
    rings.invalidate(owner);
    bells.ring(owner);
    return new Forgetting();
  }
}

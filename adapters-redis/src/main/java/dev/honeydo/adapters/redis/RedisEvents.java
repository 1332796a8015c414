package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that all instances share: each reader looks into the log when its owner's bell rings, and
 * one connection hears for all whose it is that should.
 *
 * <p>Nobody waits for an event to arrive. One that does not goes by a ring here, to those who read
 * here; when the server is back, a gap is noted in the log of everybody whose event got lost, and
 * of everybody who has read here lately, since others may have lost some. Whoever has read from the
 * ring, or comes upon the gap, has missed something.
 */
final class RedisEvents implements Events, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisEvents.class);
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration UNHEARD = Duration.ofSeconds(1);
  private static final Duration LATELY = Duration.ofMinutes(1);
  private static final int MOST_USERS = 10_000;
  private static final int MOST_RINGS = 1_000;

  private final EventLog log;
  private final Supplier<String> unique;
  private final Consumer<UserId> news;
  private final Bells bells = new Bells();
  private final EventWire wire;
  private final AtomicLong tickets = new AtomicLong();

  /** Whose events got lost, each with the ticket of the last. */
  private final Map<UserId, Long> lost = new ConcurrentHashMap<>();

  private final Cache<UserId, Boolean> lately =
      Caffeine.newBuilder().maximumSize(MOST_USERS).expireAfterWrite(LATELY).build();
  private final Cache<UserId, EventRing> rings =
      Caffeine.newBuilder().maximumSize(MOST_RINGS).executor(Runnable::run).build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("events").factory());

  /** Counts the times the server did not answer, and up to which of them that is made good. */
  private final AtomicLong silences = new AtomicLong();

  private volatile long settled;

  /** Counts the breaks of the connection, and up to which of them gaps are noted. */
  private final AtomicLong breaks = new AtomicLong();

  private volatile long noted;

  private boolean odd;

  /**
   * Events on that server.
   *
   * @param unique gives what nobody else ever gives, to name rings
   * @param most how many of a user's events are kept, about
   * @param news is told whose events somebody is about to read; must not wait
   */
  RedisEvents(RedisLink link, Supplier<String> unique, int most, Consumer<UserId> news) {
    this.log = new EventLog(link, unique, most);
    this.unique = unique;
    this.news = news;
    this.wire = new EventWire(link, bells);
    var _ = thread.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), MILLISECONDS);
    link.onChange(this::shake);
  }

  @Override
  public Announcement publish(UserId owner, Event event) {
    CompletableFuture<?> _ =
        log.append(owner, event)
            .whenComplete((_, failed) -> {
              if (failed != null) {
                lose(owner);
                ring(owner).add(event);
                bells.ring(owner);
              }
            });
    return new Announcement();
  }

  @Override
  public Forgetting forget(UserId owner) {
    rings.invalidate(owner);
    CompletableFuture<?> _ =
        log.remove(owner)
            .whenComplete((_, failed) -> {
              if (failed != null) {
                lose(owner);
              }
              bells.ring(owner);
            });
    return new Forgetting();
  }

  @Override
  public EventId end(UserId owner) {
    try {
      return log.end(owner);
    } catch (PortUnavailable silent) {
      silences.incrementAndGet();
      return ring(owner).end();
    }
  }

  @Override
  public Reading read(UserId owner, EventId after, Duration patience) {
    lately.put(owner, true);
    return bells.await(
        owner,
        patience,
        () -> wire.isUp() ? patience : UNHEARD,
        () -> told(owner, look(owner, after)));
  }

  private Reading told(UserId owner, Reading reading) {
    if (!(reading instanceof Quiet)) {
      news.accept(owner);
    }
    return reading;
  }

  private Reading look(UserId owner, EventId after) {
    if (EventRing.gave(after)) {
      EventRing ring = rings.getIfPresent(owner);
      return ring != null && isAway(owner) ? ring.read(after) : new Missed(end(owner));
    }
    try {
      return log.read(owner, after);
    } catch (PortUnavailable silent) {
      silences.incrementAndGet();
      EventRing ring = rings.getIfPresent(owner);
      return ring == null ? new Quiet() : ring.all();
    }
  }

  /** Whether the log has yet to be told that there are events it does not have. */
  private boolean isAway(UserId owner) {
    return !isSettled() || lost.containsKey(owner);
  }

  private EventRing ring(UserId owner) {
    return rings.get(owner, _ -> new EventRing(unique.get()));
  }

  private void lose(UserId owner) {
    if (lost.size() >= MOST_USERS && !lost.containsKey(owner)) {
      LOG.debug("So many users' events got lost that other instances will not hear of all");
    } else {
      lost.put(owner, tickets.incrementAndGet());
    }
    silences.incrementAndGet();
  }

  private void shake() {
    breaks.incrementAndGet();
    if (!thread.isShutdown()) {
      thread.execute(this::beat);
    }
  }

  private void beat() {
    try {
      recover();
      odd = !odd;
      if (odd || !wire.isUp()) {
        wire.see();
      }
    } catch (RuntimeException bug) {
      LOG.error("The thread of events goes on after a bug", bug);
    }
  }

  private void recover() {
    if (isSettled()) {
      return;
    }
    long silence = silences.get();
    long last = breaks.get();
    try {
      log.check();
      Map<UserId, Long> known = Map.copyOf(lost);
      Set<UserId> owners = new HashSet<>(known.keySet());
      if (noted != last) {
        owners.addAll(lately.asMap().keySet());
      }
      owners.forEach(log::noteGap);
      known.forEach(lost::remove);
      settled = silence;
      noted = last;
      if (isSettled()) {
        rings.invalidateAll();
      }
      bells.ringAll();
    } catch (PortUnavailable away) {
      LOG.debug("Events still go by this instance alone", away);
    }
  }

  /** Whether the log has everything, or says where it has not. */
  boolean isSettled() {
    return settled == silences.get() && noted == breaks.get() && lost.isEmpty();
  }

  @Override
  public void close() {
    var _ = thread.shutdownNow();
    wire.close();
    bells.ringAll();
  }
}

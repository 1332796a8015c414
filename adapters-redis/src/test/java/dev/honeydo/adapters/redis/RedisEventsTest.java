package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.contracts.EventsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real server, by two instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisEventsTest implements EventsContract {
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST = 150;

  private final TestRedis redis = TestRedis.start();
  private final Supplier<String> unique = RedisAdapters.unique(UUID::randomUUID);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final RedisEvents events = over(redis.url());
  private final RedisEvents anotherView = over(redis.url());

  private RedisEvents over(String url) {
    RedisLink link = RedisLink.open(RedisURI.create(url), TIMEOUT);
    RedisEvents made = new RedisEvents(link, unique, MOST, _ -> {});
    open.addFirst(link);
    open.addFirst(made);
    return made;
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    redis.close();
  }

  @AfterEach
  void settle() {
    Await.until(PATIENCE, () -> events.isSettled() && anotherView.isSettled());
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Events anotherView() {
    return anotherView;
  }

  @Override
  public Optional<Events> unreachable() {
    Relay network = new Relay(redis.port());
    RedisEvents made = over(network.uri());
    network.cut();
    return Optional.of(made);
  }

  @Override
  public Optional<Outage> outage(Runnable meanwhile) {
    redis.kill();
    meanwhile.run();
    redis.restart();
    settle();
    return Optional.of(new Outage());
  }

  /** It is cut off in parts of a hundred at the most. */
  @Override
  public int kept() {
    return MOST + 250;
  }

  /** The server is slow to race over. */
  @Override
  public int rounds() {
    return 3;
  }

  private long timeToLive(UserId owner) {
    return redis.ask(it -> it.pttl(EventLog.key(owner)));
  }

  private Event tell(Events by, UserId owner) {
    Event event = created();
    Events.Announcement _ = by.publish(owner, event);
    return event;
  }

  @Test
  void aLogIsKeptForADayAndNoLongerThanItShouldBe() {
    UserId owner = Specimens.userId();
    EventId start = events.end(owner);
    long day = Duration.ofDays(1).toMillis();
    assertThat(timeToLive(owner)).isBetween(day - 60_000, day);
    for (int i = 0; i < 1_000; i++) {
      tell(events, owner);
    }
    Await.until(PATIENCE, () -> events.read(owner, start, Duration.ZERO) instanceof Events.Missed);
    Await.until(
        PATIENCE,
        () ->
            events.read(owner, events.end(owner), Duration.ofMillis(200)) instanceof Events.Quiet);
    long length = redis.ask(it -> it.xlen(EventLog.key(owner)));
    assertThat(length).isBetween(1L, MOST + 200L);
    assertThat(timeToLive(owner)).isBetween(day - 60_000, day);
  }

  @Test
  void nothingIsKeptForWhomNobodyReads() {
    UserId owner = Specimens.userId();
    tell(events, owner);
    UserId reader = Specimens.userId();
    EventId start = events.end(reader);
    tell(events, reader);
    assertThat(entries(events, reader, start, 1)).hasSize(1);
    long logs = redis.ask(it -> it.exists(EventLog.key(owner)));
    assertThat(logs).isZero();
  }

  @Test
  void aPlaceIsNeverGivenAgainHoweverSoonAStreamBeginsAnew() {
    UserId owner = Specimens.userId();
    Set<EventId> places = new HashSet<>();
    for (int round = 0; round < 200; round++) {
      assertThat(places.add(events.end(owner))).isTrue();
      Events.Forgetting _ = events.forget(owner);
    }
  }

  @Test
  void whoseEventsWereFlushedIsToldSo() {
    UserId owner = Specimens.userId();
    EventId start = events.end(owner);
    Thread flush = Thread.ofVirtual().unstarted(redis::flush);
    assertThat(events.read(owner, start, Duration.ZERO)).isEqualTo(new Events.Quiet());
    flush.start();
    assertThat(events.read(owner, start, PATIENCE)).isInstanceOf(Events.Missed.class);
  }

  @Test
  void whatIsNoEventCountsAsMissed() {
    UserId owner = Specimens.userId();
    EventId start = events.end(owner);
    Event first = tell(events, owner);
    EventId last = entries(events, owner, start, 1).getLast().id();
    var _ = redis.ask(it -> it.xadd(EventLog.key(owner), "e", "garbage"));
    assertThat(told(events, owner, start, 1)).containsExactly(first);
    Events.Reading reading = events.read(owner, last, PATIENCE);
    assertThat(reading).isInstanceOf(Events.Missed.class);
    Event next = tell(anotherView, owner);
    assertThat(told(events, owner, ((Events.Missed) reading).end(), 1)).containsExactly(next);
  }

  @Test
  void othersHearThatAnInstanceWasCutOffWhileItPublished() {
    try (Relay network = new Relay(redis.port());
        RedisLink link = RedisLink.open(RedisURI.create(network.uri()), TIMEOUT);
        RedisEvents cutOff = new RedisEvents(link, unique, MOST, _ -> {})) {
      UserId owner = Specimens.userId();
      EventId here = cutOff.end(owner);
      EventId there = events.end(owner);
      network.cut();
      Await.until(PATIENCE, () -> cutOff.end(owner).text().contains("."));
      Event event = tell(cutOff, owner);
      assertThat(told(cutOff, owner, here, 1)).containsExactly(event);
      assertThat(now(events, owner, there)).isEqualTo(new Events.Quiet());
      network.mend();
      assertThat(events.read(owner, there, PATIENCE)).isInstanceOf(Events.Missed.class);
    }
  }

  @Test
  void nobodyWaitsForAServerThatHangs() {
    try (TestRedis other = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(other.url()), TIMEOUT);
        RedisEvents its = new RedisEvents(link, unique, MOST, _ -> {})) {
      UserId owner = Specimens.userId();
      EventId start = its.end(owner);
      other.pause();
      long begin = System.nanoTime();
      List<Event> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(tell(its, owner));
      }
      assertThat(System.nanoTime() - begin).isLessThan(TIMEOUT.toNanos());
      Await.until(PATIENCE, () -> its.read(owner, start, TIMEOUT) instanceof Events.News);
      assertThat(told(its, owner, start, 20)).containsExactlyInAnyOrderElementsOf(all);
      other.resume();
      Await.until(PATIENCE, its::isSettled);
    }
  }
}

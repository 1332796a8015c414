package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Events.Entry;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the clauses about events need of the adapter that they try. */
interface EventsSubject extends Racing {

  /** The adapter: the same one throughout a test. */
  Events events();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  Events anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its server away; empty
   * where the store lives inside the adapter.
   */
  Optional<Events> unreachable();

  /**
   * Takes the store away from {@link #events}, runs that, and gives it back; empty, and nothing is
   * run, where it cannot be taken away.
   */
  Optional<Outage> outage(Runnable meanwhile);

  /** After how many more events one is surely not kept any longer. */
  int kept();

  /** How long an event may take to arrive. */
  default Duration patience() {
    return Duration.ofSeconds(10);
  }

  /** The store was away and is there again. */
  record Outage() {}

  /** Some todo was made. */
  default Event created() {
    return new Event.TodoCreated(Specimens.todo());
  }

  /** Publishes each. */
  default List<Event> publish(Events by, UserId owner, Stream<Event> some) {
    List<Event> all = some.toList();
    for (Event each : all) {
      Events.Announcement _ = by.publish(owner, each);
    }
    return all;
  }

  /** The next so many entries behind a place. */
  default List<Entry> entries(Events from, UserId owner, EventId after, int many) {
    List<Entry> all = new ArrayList<>();
    EventId place = after;
    while (all.size() < many) {
      Events.Reading reading = from.read(owner, place, patience());
      assertThat(reading).as("after %s of %s", all.size(), many).isInstanceOf(Events.News.class);
      if (reading instanceof Events.News news) {
        all.addAll(news.entries());
        place = news.end();
      }
    }
    return all;
  }

  /** What the next so many entries behind a place tell. */
  default List<Event> told(Events from, UserId owner, EventId after, int many) {
    return entries(from, owner, after, many).stream().map(Entry::event).toList();
  }

  /** What there is behind a place right now. */
  default Events.Reading now(Events from, UserId owner, EventId after) {
    return from.read(owner, after, Duration.ZERO);
  }
}

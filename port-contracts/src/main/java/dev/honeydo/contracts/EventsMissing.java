package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever may have missed something is told so. */
interface EventsMissing extends EventsSubject {
  /** Ids that nobody gave. */
  List<String> UNKNOWN =
      List.of(
          "0",
          "0-0",
          "1-1",
          "x",
          "1700000000000-0",
          "99999999999999-9",
          "99999999999999999999999-1",
          "018f3c1e-0000-7000-8000-000000000000-1.0",
          ".",
          "-");

  @Test
  @DisplayName("EVENT-8 behind an id that nobody gave something may be missing")
  default void knowsItsIds() {
    UserId owner = Specimens.userId();
    publish(events(), owner, Stream.of(created()));
    EventId end = events().end(owner);
    assertThat(UNKNOWN)
        .map(EventId::new)
        .allSatisfy(it -> assertThat(now(events(), owner, it)).isInstanceOf(Events.Missed.class));
    assertThat(now(events(), owner, end)).isNotInstanceOf(Events.Missed.class);
  }

  @Test
  @DisplayName("EVENT-9 behind an id whose successors are no longer kept something is missing")
  default void saysWhatIsCutOff() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    publish(events(), owner, IntStream.range(0, kept()).mapToObj(_ -> created()));
    untilMissed(owner, start);
  }

  @Test
  @DisplayName("EVENT-10 what is forgotten is told to nobody, and whoever was reading is told so")
  default void forgets() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    publish(events(), owner, Stream.of(created()));
    EventId last = entries(events(), owner, start, 1).getLast().id();
    Events.Forgetting _ = events().forget(owner);
    untilMissed(owner, start);
    untilMissed(owner, last);
  }

  @Test
  @DisplayName("EVENT-11 whoever is told that something is missing reads on from where it says")
  default void readsOn() {
    UserId owner = Specimens.userId();
    publish(events(), owner, Stream.of(created()));
    EventId place = missed(now(events(), owner, new EventId("nobody-gave-this")));
    List<Event> next = publish(events(), owner, Stream.of(created(), created()));
    assertThat(told(events(), owner, place, 2)).isEqualTo(next);
  }

  private static EventId missed(Events.Reading reading) {
    assertThat(reading).isInstanceOf(Events.Missed.class);
    return ((Events.Missed) reading).end();
  }

  @Test
  @DisplayName("EVENT-12 without its store an instance tells its own readers, and nothing fails")
  default void tellsItsOwn() {
    Optional<Events> gone = unreachable();
    if (gone.isPresent()) {
      UserId owner = Specimens.userId();
      EventId start = gone.get().end(owner);
      var all = publish(gone.get(), owner, Stream.of(created(), created()));
      assertThat(told(gone.get(), owner, start, 2)).isEqualTo(all);
      Events.Forgetting _ = gone.get().forget(Specimens.userId());
    }
  }

  @Test
  @DisplayName("EVENT-13 once the store was away, whoever was reading may have missed something")
  default void saysWhatOutagesCost() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    assertThat(now(events(), owner, start)).isEqualTo(new Events.Quiet());
    AtomicReference<EventId> during = new AtomicReference<>(start);
    Optional<Outage> outage =
        outage(() -> {
          publish(events(), owner, Stream.of(created()));
          during.set(events().end(owner));
        });
    if (outage.isPresent()) {
      untilMissed(owner, start);
      untilMissed(owner, during.get());
    }
  }

  /** Reads on from a place until something is missing. */
  private void untilMissed(UserId owner, EventId place) {
    Events.Reading reading = new Events.Quiet();
    for (int tries = 0; tries < 100 && !(reading instanceof Events.Missed); tries++) {
      reading = events().read(owner, place, patience().dividedBy(100));
      if (reading instanceof Events.News news) {
        // Waits a moment for more.
        Events.Reading _ = events().read(owner, news.end(), patience().dividedBy(100));
      }
    }
    assertThat(reading).as("behind %s", place).isInstanceOf(Events.Missed.class);
  }
}

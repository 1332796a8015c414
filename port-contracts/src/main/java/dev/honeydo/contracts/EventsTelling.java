package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Events.Entry;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was told is read, by whom it is for, in one order. */
interface EventsTelling extends EventsSubject {

  @Test
  @DisplayName("EVENT-1 each kind of event is read as it was told, to the last letter")
  default void tellsWhole() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    TodoContent full = Specimens.fullContent();
    Task longest = new Task((Specimens.UNICODE + Specimens.SYNTAX).repeat(60));
    TodoContent large =
        new TodoContent(
            new Heading(Specimens.SYNTAX),
            longest,
            false,
            full.priority(),
            full.dueAt(),
            Tags.NONE);
    Todo made = Specimens.todo(full);
    List<Event> all =
        publish(
            events(),
            owner,
            Stream.of(
                new Event.TodoCreated(made),
                new Event.TodoUpdated(made.edited(large, Specimens.NOW.plusSeconds(7))),
                new Event.TodoDeleted(made.id()),
                new Event.SessionRevoked(Specimens.sessionId()),
                new Event.Overhauled()));
    assertThat(longest.value().length()).isGreaterThan(4096);
    assertThat(told(events(), owner, start, all.size())).isEqualTo(all);
  }

  @Test
  @DisplayName("EVENT-2 what one publishes is read in that order")
  default void keepsOrder() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    List<Event> all =
        publish(
            events(),
            owner,
            IntStream.range(0, 20).mapToObj(_ -> new Event.TodoDeleted(Specimens.todoId())));
    assertThat(told(events(), owner, start, all.size())).isEqualTo(all);
  }

  @Test
  @DisplayName("EVENT-3 behind each id is exactly what was told after that event")
  default void replaysExactly() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    publish(
        events(),
        owner,
        IntStream.range(0, 5).mapToObj(_ -> new Event.TodoUpdated(Specimens.todo())));
    List<Entry> all = entries(events(), owner, start, 5);
    for (int read = 1; read < all.size(); read++) {
      assertThat(now(events(), owner, all.get(read - 1).id()))
          .isEqualTo(new Events.News(all.subList(read, all.size())));
    }
    assertThat(now(events(), owner, all.getLast().id())).isEqualTo(new Events.Quiet());
  }

  @Test
  @DisplayName("EVENT-4 nobody is told of another user's")
  default void tellsTheOwnerAlone() {
    UserId owner = Specimens.userId();
    UserId other = Specimens.userId();
    EventId start = events().end(owner);
    EventId others = events().end(other);
    publish(events(), other, Stream.of(new Event.SessionRevoked(Specimens.sessionId())));
    assertThat(told(events(), other, others, 1)).hasSize(1);
    assertThat(now(events(), owner, start)).isEqualTo(new Events.Quiet());
  }

  @Test
  @DisplayName("EVENT-5 another view reads the same under the same ids, and reads on from them")
  default void tellsAnotherView() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    List<Event> all =
        publish(events(), owner, Stream.of(created(), new Event.Overhauled(), created()));
    List<Entry> here = entries(events(), owner, start, all.size());
    List<Entry> there = entries(anotherView(), owner, start, all.size());
    assertThat(there).isEqualTo(here);
    publish(anotherView(), owner, Stream.of(new Event.Overhauled()));
    assertThat(told(events(), owner, there.getLast().id(), 1))
        .containsExactly(new Event.Overhauled());
  }

  @Test
  @DisplayName("EVENT-6 of many that publish at once everybody reads each event once, in one order")
  default void keepsOneOrder() {
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          EventId start = events().end(owner);
          List<Event> all = new ArrayList<>();
          Race.run(number ->
                  publish(
                      number % 2 == 0 ? events() : anotherView(),
                      owner,
                      Stream.of(created(), created(), created())))
              .forEach(all::addAll);
          List<Entry> here = entries(events(), owner, start, all.size());
          assertThat(here.stream().map(Entry::event)).containsExactlyInAnyOrderElementsOf(all);
          assertThat(entries(anotherView(), owner, start, all.size())).isEqualTo(here);
        });
  }

  @Test
  @DisplayName(
      "EVENT-7 no more than " + Events.MOST + " are read at once, and the rest behind them")
  default void tellsPartByPart() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    List<Event> all =
        publish(events(), owner, IntStream.range(0, Events.MOST + 20).mapToObj(_ -> created()));
    assertThat(told(events(), owner, start, all.size())).isEqualTo(all);
    assertThat(events().read(owner, start, Duration.ZERO))
        .isInstanceOfSatisfying(
            Events.News.class, news -> assertThat(news.entries()).hasSize(Events.MOST));
  }
}

package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.contracts.EventsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class LocalEventsTest implements EventsContract {
  private final Events events = new LocalEvents(RedisAdapters.unique(UUID::randomUUID));

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Events anotherView() {
    return events;
  }

  @Override
  public Optional<Events> unreachable() {
    return Optional.empty();
  }

  @Override
  public Optional<Outage> outage(Runnable meanwhile) {
    return Optional.empty();
  }

  @Override
  public int kept() {
    return 257;
  }

  @Test
  void fewLargeEventsAreKept() {
    UserId owner = Specimens.userId();
    EventId start = events.end(owner);
    TodoContent content = Specimens.fullContent();
    TodoContent large =
        new TodoContent(
            content.heading(),
            new Task("x".repeat(10_000)),
            content.completed(),
            content.priority(),
            content.dueAt(),
            content.tags());
    for (int i = 0; i < 5; i++) {
      Events.Announcement _ = events.publish(owner, new Event.TodoCreated(Specimens.todo(large)));
    }
    assertThat(events.read(owner, start, Duration.ZERO)).isInstanceOf(Events.News.class);
    for (int i = 0; i < 5; i++) {
      Events.Announcement _ = events.publish(owner, new Event.TodoCreated(Specimens.todo(large)));
    }
    assertThat(events.read(owner, start, Duration.ZERO)).isInstanceOf(Events.Missed.class);
  }
}

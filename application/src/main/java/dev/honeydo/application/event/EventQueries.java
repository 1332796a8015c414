package dev.honeydo.application.event;

import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;

/** What a user's devices can ask about what changes. */
public final class EventQueries {
  private final Events events;

  /** Wires the queries. */
  public EventQueries(Events events) {
    this.events = events;
  }

  /** Where somebody begins who wants to hear of what changes from now on. */
  public EventId end(UserId owner) {
    return events.end(owner);
  }

  /** What has changed behind {@code after}, waited for as long as {@code patience}. */
  public Events.Reading read(UserId owner, EventId after, Duration patience) {
    return events.read(owner, after, patience);
  }
}

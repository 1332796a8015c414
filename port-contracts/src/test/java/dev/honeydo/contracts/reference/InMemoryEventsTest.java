package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Events;
import dev.honeydo.contracts.EventsContract;
import java.util.Optional;

final class InMemoryEventsTest implements EventsContract {
  private final InMemoryEvents events = new InMemoryEvents();

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
    InMemoryEvents gone = new InMemoryEvents();
    gone.setAvailable(false);
    return Optional.of(gone);
  }

  @Override
  public Optional<Outage> outage(Runnable meanwhile) {
    events.setAvailable(false);
    meanwhile.run();
    events.setAvailable(true);
    return Optional.of(new Outage());
  }

  @Override
  public int kept() {
    return InMemoryEvents.KEPT + 1;
  }
}

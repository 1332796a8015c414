package dev.honeydo.contracts;

import dev.honeydo.application.port.Events;
import dev.honeydo.contracts.reference.InMemoryEvents;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class EventsOfADouble implements EventsContract {
  private final InMemoryEvents store = new InMemoryEvents();
  private final WrongDouble<Events> wrong;
  private final Events events;
  private final Events anotherView;

  EventsOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongEvents.ALL);
    this.events = wrong.of(store);
    this.anotherView = wrong.of(store);
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
    InMemoryEvents gone = new InMemoryEvents();
    gone.setAvailable(false);
    return Optional.of(wrong.of(gone));
  }

  @Override
  public Optional<Outage> outage(Runnable meanwhile) {
    store.setAvailable(false);
    meanwhile.run();
    store.setAvailable(true);
    return Optional.of(new Outage());
  }

  @Override
  public int kept() {
    return InMemoryEvents.KEPT + 1;
  }

  /** The store tells at once, or never. */
  @Override
  public Duration patience() {
    return Duration.ofMillis(500);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}

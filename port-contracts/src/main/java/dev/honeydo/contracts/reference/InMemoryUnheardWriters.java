package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.UnheardWriters;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Instants in a map by instance, behind one lock. */
public final class InMemoryUnheardWriters implements UnheardWriters {
  private final Availability availability = new Availability("UnheardWriters");
  private final Map<UUID, Instant> noted = new HashMap<>();

  /** A store of none. */
  public InMemoryUnheardWriters() {}

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Noted enter(UUID instance, Instant at) {
    availability.check("enter");
    noted.merge(instance, at, (one, other) -> one.isAfter(other) ? one : other);
    return new Noted();
  }

  @Override
  public synchronized Departure leave(UUID instance) {
    availability.check("leave");
    return noted.remove(instance) == null ? new NotNoted() : new Left();
  }

  @Override
  public synchronized List<UUID> present(Instant since) {
    availability.check("present");
    noted.values().removeIf(at -> at.isBefore(since));
    return noted.keySet().stream().sorted(Comparator.comparing(UUID::toString)).toList();
  }
}

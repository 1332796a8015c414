package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.HealthProbe;
import java.util.List;

/** Tries nothing, and says how often it was asked to. */
public final class InMemoryHealthProbe implements HealthProbe {
  private final Availability availability = new Availability("HealthProbe");
  private int trials;

  /** Makes the part work, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Passed probe() {
    trials++;
    availability.check("probe");
    return new Passed(List.of("ping", "insert", "find", "delete"));
  }

  /** How often the part was tried, with whatever result. */
  public synchronized int trials() {
    return trials;
  }
}

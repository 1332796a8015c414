package dev.honeydo.application.health;

import dev.honeydo.application.port.HealthProbe;
import java.util.Optional;

/**
 * A part that health reports on.
 *
 * @param url where it is, without user names or passwords; absent where it is nowhere
 * @param probe how to try it; absent where the part is not in use
 */
public record MonitoredPart(Part part, Optional<String> url, Optional<HealthProbe> probe) {

  /** The parts there can be. */
  public enum Part {
    /** Redis: what is fast. */
    REDIS,
    /** MongoDB: the record, where one machine is not enough. */
    MONGODB,
    /** The record, whatever keeps it. */
    STORE
  }

  /** A part that this installation does without. */
  public static MonitoredPart unused(Part part) {
    return new MonitoredPart(part, Optional.empty(), Optional.empty());
  }
}

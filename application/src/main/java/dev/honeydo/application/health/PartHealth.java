package dev.honeydo.application.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a part was when it was last tried.
 *
 * @param url where it is, without user names or passwords
 * @param operations what worked, in the order it was tried
 * @param latency how long the trial took, to the millisecond
 */
public record PartHealth(
    MonitoredPart.Part part,
    Status status,
    Optional<String> url,
    List<String> operations,
    Duration latency) {

  /** Copies the list. */
  public PartHealth {
    operations = List.copyOf(operations);
  }

  /** How a part can be. */
  public enum Status {
    /** It does what is asked of it. */
    HEALTHY,
    /** It does not. */
    UNHEALTHY,
    /** It is not in use. */
    DISABLED
  }
}

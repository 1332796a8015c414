package dev.honeydo.application.health;

import dev.honeydo.application.health.MonitoredPart.Part;
import java.util.function.BooleanSupplier;

/**
 * Something Honeydo does that it does otherwise, or not at all, while a part is missing.
 *
 * @param mode how it is done then, or that it is not
 * @param needs the part without which it is done so
 * @param works whether what it does with the part succeeds, as far as is known; asked often, so it
 *     must not wait
 */
public record MonitoredCapability(
    Capability capability, Mode mode, Part needs, BooleanSupplier works) {

  /** What there is to do. */
  public enum Capability {
    /** Copies that spare the record. */
    CACHE,
    /** Knowing who makes a request. */
    SESSIONS,
    /** Counting requests. */
    RATE_LIMITS,
    /** Doing a job in one instance only. */
    LOCKS,
    /** Telling clients what changes. */
    EVENTS,
    /** Reading and writing what is to be done. */
    TODOS,
    /** Reading and writing who users are, and letting them in. */
    USERS,
    /** Doing once what is asked for twice. */
    IDEMPOTENCY
  }

  /** How it is done meanwhile. */
  public enum Mode {
    /** The record answers each time. */
    FROM_RECORD,
    /** Copies answer, as long as they are not too old. */
    FROM_COPIES,
    /** Each instance counts its share. */
    PER_INSTANCE,
    /** Each instance tells of what it does itself. */
    THIS_INSTANCE_ONLY,
    /** It waits until the part is back. */
    POSTPONED,
    /** Who asks is told to come back later. */
    UNAVAILABLE
  }
}

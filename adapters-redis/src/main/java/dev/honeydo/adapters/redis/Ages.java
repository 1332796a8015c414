package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache.Scope;
import java.time.Duration;

/**
 * How old copies can be, counted from before they were loaded.
 *
 * @param fresh until when a copy answers by itself; bounds how long word of a write can be lost
 * @param kept until when it answers where the record cannot
 */
record Ages(Duration fresh, Duration kept) {

  /** What holds for a scope. */
  static Ages of(Scope scope) {
    return switch (scope) {
      case ACCESS, PROFILE, TODOS -> new Ages(Duration.ofSeconds(2), Duration.ofMinutes(1));
    };
  }
}

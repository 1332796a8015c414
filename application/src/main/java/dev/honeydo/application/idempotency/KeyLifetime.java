package dev.honeydo.application.idempotency;

import dev.honeydo.application.port.IdempotencyLedger;
import java.time.Duration;

/** How long it is remembered what was done under a key. */
public record KeyLifetime(Duration value) {
  /** What clients are told to rely on. */
  public static final KeyLifetime DEFAULT = new KeyLifetime(Duration.ofHours(24));

  /** Refuses what is over before a request can be. */
  public KeyLifetime {
    if (value.compareTo(IdempotencyLedger.LEASE) <= 0) {
      throw new IllegalArgumentException("a key lives longer than a lease");
    }
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Ids;
import java.time.InstantSource;
import java.util.UUID;

/** UUIDv7s whose random bits are a counter: easy to guess, so for tests only. */
public final class SequentialIds implements Ids {
  private final InstantSource clock;
  private long latest;
  private long counter;

  /** Ids that carry the time of {@code clock}. */
  public SequentialIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized UUID next() {
    latest = Math.max(latest, clock.millis());
    counter++;
    return new UUID(latest << 16 | 0x7000, 0x8000_0000_0000_0000L | counter);
  }
}

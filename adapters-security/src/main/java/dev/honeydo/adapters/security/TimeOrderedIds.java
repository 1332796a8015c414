package dev.honeydo.adapters.security;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.honeydo.application.port.Ids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * UUIDv7 by uuid-creator: 48 bits of milliseconds, 12 of finer time, then a counter of 14 bits
 * ahead of 48 random ones, of which the counter runs on within one reading of the clock.
 *
 * <p>Greater than any given before by this adapter. When the clock is set back, ids stay at the
 * latest time they have seen and count on: the library by itself would follow the clock back once
 * that is more than a second.
 */
final class TimeOrderedIds implements Ids {
  private final TimeOrderedEpochFactory factory;

  TimeOrderedIds(InstantSource clock, SecureRandom random) {
    AtomicReference<Instant> latest = new AtomicReference<>(clock.instant());
    this.factory =
        TimeOrderedEpochFactory.builder()
            .withRandom(random)
            .withInstantFunction(
                () -> latest.accumulateAndGet(clock.instant(), TimeOrderedIds::later))
            .build();
  }

  @Override
  public UUID next() {
    return factory.create();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}

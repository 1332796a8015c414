package dev.honeydo.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The instants that values hold: whole milliseconds within the years that RFC 3339 can write. */
public final class Moments {
  /** The first instant of year 0. */
  public static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

  /** The last whole millisecond of year 9999. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Moments() {}

  /**
   * {@code instant} cut to whole milliseconds, which is what every store keeps and every client
   * sees.
   *
   * @throws InvalidValue when its year is not one of 0 to 9999
   */
  public static Instant of(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST.plusNanos(999_999))) {
      throw new InvalidValue(Violation.OUT_OF_RANGE, "must lie in the years 0000 to 9999");
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}

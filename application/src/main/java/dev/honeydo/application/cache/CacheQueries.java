package dev.honeydo.application.cache;

import dev.honeydo.application.port.CacheControl;
import java.time.Instant;
import java.time.InstantSource;

/** What can be asked about the cache. */
public final class CacheQueries {
  private final CacheControl control;
  private final InstantSource clock;

  /** Wires the queries. */
  public CacheQueries(CacheControl control, InstantSource clock) {
    this.control = control;
    this.clock = clock;
  }

  /** How the cache is. It may take a while to count. */
  public Report report() {
    return new Report(control.state(), clock.instant());
  }

  /**
   * How the cache was.
   *
   * @param at when
   */
  public record Report(CacheControl.State state, Instant at) {}
}

package dev.honeydo.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told otherwise.
 *
 * <p>Thread-safe.
 */
public final class TestClock implements InstantSource {
  /** Where a clock starts unless told otherwise. */
  public static final Instant START = Instant.parse("2026-11-20T20:07:03.120Z");

  private final AtomicReference<Instant> now;

  /** A clock that stands at {@link #START}. */
  public TestClock() {
    this(START);
  }

  /** A clock that stands at {@code start}. */
  public TestClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock on, or back where {@code time} is negative. */
  public void elapse(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }
}

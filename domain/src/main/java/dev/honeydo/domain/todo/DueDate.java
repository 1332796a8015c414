package dev.honeydo.domain.todo;

import dev.honeydo.domain.Moments;
import java.time.Instant;

/**
 * When a todo should be done.
 *
 * @param value whole milliseconds, years 0 to 9999
 */
public record DueDate(Instant value) {
  /** Cuts to milliseconds and checks. */
  public DueDate {
    value = Moments.of(value);
  }
}

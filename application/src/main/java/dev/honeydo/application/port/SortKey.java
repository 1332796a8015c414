package dev.honeydo.application.port;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.todo.Priority;
import java.time.Instant;

/** What a todo stands in a list by. All keys of one order are of one kind, or {@link Absent}. */
public sealed interface SortKey {

  /** An instant. */
  record Moment(Instant value) implements SortKey {
    /** Cuts the instant to milliseconds. */
    public Moment {
      value = Moments.of(value);
    }
  }

  /** A text, compared code point by code point. */
  record Text(String value) implements SortKey {}

  /** A priority. */
  record Rank(Priority value) implements SortKey {}

  /** Nothing, which stands behind everything, whatever the direction. */
  record Absent() implements SortKey {}
}

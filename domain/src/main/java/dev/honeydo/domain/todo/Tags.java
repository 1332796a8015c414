package dev.honeydo.domain.todo;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The tags of one todo: a set that remembers the order in which its members were first named.
 *
 * @param values at most 20, each once
 */
public record Tags(List<Tag> values) {
  /** How many tags a todo can have. */
  public static final int MOST = 20;

  /** No tags. */
  public static final Tags NONE = new Tags(List.of());

  /** Drops what was named before, and checks the number of what is left. */
  public Tags {
    values = List.copyOf(new LinkedHashSet<>(values));
    if (values.size() > MOST) {
      throw new InvalidValue(Violation.TOO_LONG, "must have at most " + MOST + " tags");
    }
  }
}

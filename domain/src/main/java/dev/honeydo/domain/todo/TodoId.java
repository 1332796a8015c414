package dev.honeydo.domain.todo;

import dev.honeydo.domain.Identifiers;
import java.util.Optional;
import java.util.UUID;

/** Names one todo among all. Clients see it as an opaque string. */
public record TodoId(UUID value) {

  /** The id that {@code text} writes, or empty where it writes none. */
  public static Optional<TodoId> parse(String text) {
    return Identifiers.parse(text).map(TodoId::new);
  }

  /** The canonical text of the id, which {@link #parse} reads. */
  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.honeydo.domain.user;

import dev.honeydo.domain.Identifiers;
import java.util.Optional;
import java.util.UUID;

/** Names one user among all. Clients see it as an opaque string. */
public record UserId(UUID value) {

  /** The id that {@code text} writes, or empty where it writes none. */
  public static Optional<UserId> parse(String text) {
    return Identifiers.parse(text).map(UserId::new);
  }

  /** The canonical text of the id, which {@link #parse} reads. */
  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.honeydo.domain.auth;

import dev.honeydo.domain.Identifiers;
import java.util.Optional;
import java.util.UUID;

/** Names one session in lists and in tokens. It is public: knowing it opens nothing. */
public record SessionId(UUID value) {

  /** The id that {@code text} writes, or empty where it writes none. */
  public static Optional<SessionId> parse(String text) {
    return Identifiers.parse(text).map(SessionId::new);
  }

  /** The canonical text of the id, which {@link #parse} reads. */
  @Override
  public String toString() {
    return value.toString();
  }
}

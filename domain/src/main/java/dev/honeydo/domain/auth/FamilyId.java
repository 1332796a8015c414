package dev.honeydo.domain.auth;

import dev.honeydo.domain.Identifiers;
import java.util.Optional;
import java.util.UUID;

/** Names one login's chain of refresh tokens. */
public record FamilyId(UUID value) {

  /** The id that {@code text} writes, or empty where it writes none. */
  public static Optional<FamilyId> parse(String text) {
    return Identifiers.parse(text).map(FamilyId::new);
  }

  /** The canonical text of the id, which {@link #parse} reads. */
  @Override
  public String toString() {
    return value.toString();
  }
}

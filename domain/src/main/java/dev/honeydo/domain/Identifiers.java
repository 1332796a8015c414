package dev.honeydo.domain;

import java.util.Optional;
import java.util.UUID;

/** How ids are read from text that a client sent. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * The UUID that {@code text} writes in its canonical form (RFC 9562, lower case), or empty.
   *
   * <p>{@link UUID#fromString} accepts several spellings of one id; here each id has one, so that a
   * resource has one address.
   */
  public static Optional<UUID> parse(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}

package dev.honeydo.application.port;

import java.util.Optional;

/**
 * A place among one user's events: right behind one of them, or before the first. Opaque to all but
 * the store that gave it.
 *
 * @param text 1 to {@value #LONGEST} letters, digits, dots and hyphens of ASCII
 */
public record EventId(String text) {
  /** How long its text can be. */
  public static final int LONGEST = 64;

  /** Checks the text. */
  public EventId {
    if (!isOne(text)) {
      throw new IllegalArgumentException("an event's id is a short text of ASCII");
    }
  }

  /** The id that {@code text} could be, or empty where it is none that any store gives. */
  public static Optional<EventId> parse(String text) {
    return isOne(text) ? Optional.of(new EventId(text)) : Optional.empty();
  }

  private static boolean isOne(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(EventId::isAllowed);
  }

  private static boolean isAllowed(int c) {
    return c == '-' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
  }

  @Override
  public String toString() {
    return text;
  }
}

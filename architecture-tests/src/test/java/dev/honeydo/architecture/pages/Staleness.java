package dev.honeydo.architecture.pages;

import java.util.List;
import java.util.Optional;

/** How a page differs from what it should say. */
final class Staleness {
  private Staleness() {}

  /** The page, its first line that differs, and the remedy; empty when no line differs. */
  static Optional<String> of(String page, List<String> there, List<String> right) {
    if (there.equals(right)) {
      return Optional.empty();
    }
    int line = 0;
    while (at(there, line).equals(at(right, line))) {
      line++;
    }
    return Optional.of(
        """
        %s is stale, from line %d on.
          the page: %s
          the code: %s
        Write it anew: %s
        """
            .formatted(
                page,
                line + 1,
                at(there, line).orElse("(nothing)"),
                at(right, line).orElse("(nothing)"),
                Page.COMMAND));
  }

  private static Optional<String> at(List<String> lines, int index) {
    return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }
}

package dev.honeydo.application.port;

import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at the most, 1 to {@value #MOST}
 * @param after the place behind which the page begins; absent for the first page
 */
public record PageRequest(int limit, Optional<TodoPosition> after) {
  /** How many items a page can have. */
  public static final int MOST = 100;

  /** Checks the bounds. */
  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " items");
    }
  }
}

package dev.honeydo.adapters.mongo;

import java.util.ConcurrentModificationException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does again what others are in the way of: whoever wrote first, or a majority that has not caught
 * up with the primary.
 */
final class Attempts {
  /** More than all the devices of a user need who log in at once; past it, they may try again. */
  static final int MOST = 1000;

  private Attempts() {}

  /**
   * Tries until there is an answer.
   *
   * @throws ConcurrentModificationException when {@value #MOST} attempts have none
   */
  static <T> T untilAnswered(Supplier<Optional<T>> attempt) {
    for (int count = 0; count < MOST; count++) {
      Optional<T> answer = attempt.get();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new ConcurrentModificationException("others were in the way " + MOST + " times");
  }
}

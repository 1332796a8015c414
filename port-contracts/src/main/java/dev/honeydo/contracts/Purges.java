package dev.honeydo.contracts;

import dev.honeydo.application.port.Purge;
import java.util.function.Supplier;

/** Clears out what has expired, to the last. */
final class Purges {
  private Purges() {}

  /** Purges until that is complete. */
  static void run(Supplier<Purge> purge) {
    for (int calls = 0; calls < 1000; calls++) {
      if (purge.get().complete()) {
        return;
      }
    }
    throw new AssertionError("purging is not complete after a thousand calls");
  }
}

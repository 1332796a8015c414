package archfixtures.r17.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Measures by the system. */
@NullMarked
record BadStopwatch() {
  static long nanos() {
    return System.nanoTime();
  }
}

package archfixtures.r18.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Prints. */
@NullMarked
record BadLog() {
  static void trouble(RuntimeException trouble) {
    System.err.println(trouble.getMessage());
  }
}

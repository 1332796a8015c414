package archfixtures.r18.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Prints in another way. */
@NullMarked
record BadTrace() {
  static void trouble(RuntimeException trouble) {
    trouble.printStackTrace();
  }
}

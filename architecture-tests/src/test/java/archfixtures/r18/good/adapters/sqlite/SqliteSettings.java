package archfixtures.r18.good.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Is told. */
@NullMarked
record SqliteSettings(String file) {
  static String separator() {
    return System.lineSeparator();
  }
}

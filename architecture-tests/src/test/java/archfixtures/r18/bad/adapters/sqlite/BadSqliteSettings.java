package archfixtures.r18.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Reads the environment. */
@NullMarked
record BadSqliteSettings(String file) {
  static BadSqliteSettings fromEnvironment() {
    return new BadSqliteSettings(System.getenv().getOrDefault("DATA_DIR", "."));
  }
}

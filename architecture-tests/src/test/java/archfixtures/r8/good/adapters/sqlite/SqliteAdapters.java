package archfixtures.r8.good.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** The door. */
@NullMarked
public record SqliteAdapters() {
  /** Part of the door. */
  public record Settings(String file) {}
}

package archfixtures.r8.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** The door. */
@NullMarked
public record SqliteAdapters() {}

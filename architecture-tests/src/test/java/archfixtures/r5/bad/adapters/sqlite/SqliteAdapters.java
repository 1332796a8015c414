package archfixtures.r5.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** An adapter. */
@NullMarked
public record SqliteAdapters() {}

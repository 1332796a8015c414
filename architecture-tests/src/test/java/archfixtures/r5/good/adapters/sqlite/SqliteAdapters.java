package archfixtures.r5.good.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** An adapter. */
@NullMarked
public record SqliteAdapters() {}

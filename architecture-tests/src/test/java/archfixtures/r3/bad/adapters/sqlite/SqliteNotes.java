package archfixtures.r3.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** The other. */
@NullMarked
public record SqliteNotes() {}

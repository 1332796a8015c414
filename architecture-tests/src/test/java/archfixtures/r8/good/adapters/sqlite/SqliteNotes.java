package archfixtures.r8.good.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Behind the door. */
@NullMarked
record SqliteNotes() {}

package archfixtures.r8.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** A second door. */
@NullMarked
public record BadSqliteNotes() {}

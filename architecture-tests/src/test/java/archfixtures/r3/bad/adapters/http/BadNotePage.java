package archfixtures.r3.bad.adapters.http;

import archfixtures.r3.bad.adapters.sqlite.SqliteNotes;
import org.jspecify.annotations.NullMarked;

/** One adapter that goes straight to another. */
@NullMarked
public record BadNotePage(SqliteNotes notes) {}

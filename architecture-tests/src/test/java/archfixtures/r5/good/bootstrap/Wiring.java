package archfixtures.r5.good.bootstrap;

import archfixtures.r5.good.adapters.sqlite.SqliteAdapters;
import archfixtures.r5.good.application.note.WriteNote;
import org.jspecify.annotations.NullMarked;

/** Where they meet. */
@NullMarked
public record Wiring(SqliteAdapters adapters, WriteNote writeNote) {}

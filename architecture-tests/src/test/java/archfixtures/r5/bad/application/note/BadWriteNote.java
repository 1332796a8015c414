package archfixtures.r5.bad.application.note;

import archfixtures.r5.bad.adapters.sqlite.SqliteAdapters;
import org.jspecify.annotations.NullMarked;

/** A use case that chooses its store. */
@NullMarked
public record BadWriteNote(SqliteAdapters adapters) {}

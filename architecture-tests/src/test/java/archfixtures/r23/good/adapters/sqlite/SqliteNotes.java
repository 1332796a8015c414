package archfixtures.r23.good.adapters.sqlite;

import archfixtures.r23.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Hidden. */
@NullMarked
record SqliteNotes() implements Notes {}

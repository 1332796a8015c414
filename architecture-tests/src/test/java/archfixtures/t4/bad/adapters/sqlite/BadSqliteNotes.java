package archfixtures.t4.bad.adapters.sqlite;

import archfixtures.t4.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Nobody watches it. */
@NullMarked
record BadSqliteNotes() implements Notes {}

package archfixtures.r23.bad.adapters.sqlite;

import archfixtures.r23.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** For everybody to name. */
@NullMarked
public final class BadSqliteNotes implements Notes {}

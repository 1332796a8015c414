package archfixtures.r23.bad.adapters.sqlite;

import archfixtures.r23.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** For its neighbours to extend. */
@NullMarked
class BadOpenNotes implements Notes {}

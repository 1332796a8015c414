package archfixtures.r23.bad.adapters.mongo;

import archfixtures.r23.bad.application.port.Notes;
import archfixtures.r23.bad.application.port.RecordStore;
import org.jspecify.annotations.NullMarked;

/** A door that is a room as well. */
@NullMarked
public final class BadMongoStore implements RecordStore, Notes {}

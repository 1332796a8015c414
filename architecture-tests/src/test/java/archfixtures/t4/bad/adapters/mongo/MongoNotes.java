package archfixtures.t4.bad.adapters.mongo;

import archfixtures.t4.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Watched. */
@NullMarked
record MongoNotes() implements Notes {}

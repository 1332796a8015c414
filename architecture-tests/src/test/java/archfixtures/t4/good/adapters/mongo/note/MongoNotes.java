package archfixtures.t4.good.adapters.mongo.note;

import archfixtures.t4.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Watched from the package around it. */
@NullMarked
record MongoNotes() implements Notes {}

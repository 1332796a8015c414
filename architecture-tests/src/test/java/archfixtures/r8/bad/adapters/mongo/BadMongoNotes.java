package archfixtures.r8.bad.adapters.mongo;

import org.jspecify.annotations.NullMarked;

/** An adapter without a door. */
@NullMarked
record BadMongoNotes() {}

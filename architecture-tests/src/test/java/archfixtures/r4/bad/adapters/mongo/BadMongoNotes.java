package archfixtures.r4.bad.adapters.mongo;

import archfixtures.r4.bad.application.note.WriteNote;
import org.jspecify.annotations.NullMarked;

/** A store that knows a use case. */
@NullMarked
public record BadMongoNotes(WriteNote.Command last) {}

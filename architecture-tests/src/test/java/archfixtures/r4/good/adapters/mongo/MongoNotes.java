package archfixtures.r4.good.adapters.mongo;

import archfixtures.r4.good.application.port.Notes;
import archfixtures.r4.good.domain.Note;
import org.jspecify.annotations.NullMarked;

/** A store that knows its port. */
@NullMarked
public record MongoNotes(Note last) implements Notes {}

package archfixtures.r24.good.application.note;

import archfixtures.r24.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Reads. */
@NullMarked
public record NoteQueries(Notes notes) {}

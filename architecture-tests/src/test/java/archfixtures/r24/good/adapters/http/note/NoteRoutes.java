package archfixtures.r24.good.adapters.http.note;

import archfixtures.r24.good.application.note.NoteQueries;
import archfixtures.r24.good.application.port.NotePage;
import org.jspecify.annotations.NullMarked;

/** Asks a use case, and knows the value it gives. */
@NullMarked
record NoteRoutes(NoteQueries queries, NotePage last) {}

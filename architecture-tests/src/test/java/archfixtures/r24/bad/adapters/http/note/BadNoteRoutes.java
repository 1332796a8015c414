package archfixtures.r24.bad.adapters.http.note;

import archfixtures.r24.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Goes past the use cases. */
@NullMarked
record BadNoteRoutes(Notes notes) {}

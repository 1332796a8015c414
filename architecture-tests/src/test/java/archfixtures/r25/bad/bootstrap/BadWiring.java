package archfixtures.r25.bad.bootstrap;

import archfixtures.r25.bad.adapters.http.note.NoteRoutes;
import org.jspecify.annotations.NullMarked;

/** Comes in by the window. */
@NullMarked
public record BadWiring(NoteRoutes routes) {}

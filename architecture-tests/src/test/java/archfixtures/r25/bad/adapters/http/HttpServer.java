package archfixtures.r25.bad.adapters.http;

import archfixtures.r25.bad.adapters.http.note.NoteRoutes;
import org.jspecify.annotations.NullMarked;

/** The entrance. */
@NullMarked
public record HttpServer(NoteRoutes routes) {}

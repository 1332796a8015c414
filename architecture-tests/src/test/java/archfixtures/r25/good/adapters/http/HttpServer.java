package archfixtures.r25.good.adapters.http;

import archfixtures.r25.good.adapters.http.note.NoteRoutes;
import org.jspecify.annotations.NullMarked;

/** The entrance. */
@NullMarked
public record HttpServer(NoteRoutes routes) {}

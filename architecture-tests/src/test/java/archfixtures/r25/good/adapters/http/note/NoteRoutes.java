package archfixtures.r25.good.adapters.http.note;

import org.jspecify.annotations.NullMarked;

/** Inside. */
@NullMarked
public record NoteRoutes() {}

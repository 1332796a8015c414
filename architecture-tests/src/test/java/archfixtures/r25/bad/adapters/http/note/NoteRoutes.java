package archfixtures.r25.bad.adapters.http.note;

import org.jspecify.annotations.NullMarked;

/** Inside, public for its own adapter's sake. */
@NullMarked
public record NoteRoutes() {}

package archfixtures.r27.bad.application;

import org.jspecify.annotations.NullMarked;

/** In no feature. */
@NullMarked
public record BadNotes() {}

package archfixtures.r27.good.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case. */
@NullMarked
public record WriteNote() {}

package archfixtures.r5.good.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case that knows nothing of adapters. */
@NullMarked
public record WriteNote() {}

package archfixtures.r27.bad.shared;

import org.jspecify.annotations.NullMarked;

/** In a layer that is none. */
@NullMarked
public record BadTexts() {}

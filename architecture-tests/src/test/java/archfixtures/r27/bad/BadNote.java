package archfixtures.r27.bad;

import org.jspecify.annotations.NullMarked;

/** At the root. */
@NullMarked
public record BadNote() {}

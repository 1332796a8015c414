package archfixtures.r27.good.domain.note;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note() {}

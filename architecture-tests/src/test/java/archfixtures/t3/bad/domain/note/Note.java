package archfixtures.t3.bad.domain.note;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note() {}

package archfixtures.t1.bad.domain;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note() {}

package archfixtures.t1.good.domain;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note() {}

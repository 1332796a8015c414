package archfixtures.r2.bad.domain;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note(String text) {}

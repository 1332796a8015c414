package archfixtures.r10.good.domain;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note(String text) {}

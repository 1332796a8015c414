package archfixtures.r15.bad.domain;

import org.jspecify.annotations.NullMarked;

/** Anybody may add a shape. */
@NullMarked
public interface BadShape {}

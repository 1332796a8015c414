package archfixtures.r27.good.bootstrap;

import org.jspecify.annotations.NullMarked;

/** Bootstrap. */
@NullMarked
public record Main() {}

package archfixtures.r26.good.bootstrap;

import org.jspecify.annotations.NullMarked;

/** Ships none. */
@NullMarked
public record Wiring() {}

package archfixtures.t4.bad.contracts;

import org.jspecify.annotations.NullMarked;

/** Stands in for the real one. */
@NullMarked
public abstract class EveryPortIsUnderContract {}

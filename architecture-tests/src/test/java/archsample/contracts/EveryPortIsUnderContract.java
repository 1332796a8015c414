package archsample.contracts;

import org.jspecify.annotations.NullMarked;

/** Stands in for the real one. */
@NullMarked
public abstract class EveryPortIsUnderContract {}

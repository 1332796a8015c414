package archfixtures.r17.bad.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/** Needs no time. */
@NullMarked
record Notes() {}

package archfixtures.r21.good.domain.utility;

import org.jspecify.annotations.NullMarked;

/** A concept, though it starts like one that is none. */
@NullMarked
record Meter() {}

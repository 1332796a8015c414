package archfixtures.t2.bad.domain;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;

/** Switched off as a whole. */
@NullMarked
@Disabled("it is here to be caught")
final class BadNotesTest {}

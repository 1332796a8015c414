package archfixtures.t3.bad.domain.user;

import org.jspecify.annotations.NullMarked;

/** Not beside BadNote. */
@NullMarked
final class BadNoteTest {}

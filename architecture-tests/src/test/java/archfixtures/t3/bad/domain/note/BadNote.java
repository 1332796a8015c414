package archfixtures.t3.bad.domain.note;

import org.jspecify.annotations.NullMarked;

/** The subject. */
@NullMarked
record BadNote() {}

package archfixtures.t3.good.domain;

import org.jspecify.annotations.NullMarked;

/** Drives its subject from outside. */
@NullMarked
final class NotesTest {}

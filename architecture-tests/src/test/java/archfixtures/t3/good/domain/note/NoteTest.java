package archfixtures.t3.good.domain.note;

import org.jspecify.annotations.NullMarked;

/** Beside its subject. */
@NullMarked
final class NoteTest {}

package archfixtures.t3.good.domain;

import org.jspecify.annotations.NullMarked;

/** Has no subject by name. */
@NullMarked
final class ManyNotesAtOnceTest {}

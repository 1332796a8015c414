package archfixtures.t3.good.domain.note;

import org.jspecify.annotations.NullMarked;

/** The subject. */
@NullMarked
public record Note() {}

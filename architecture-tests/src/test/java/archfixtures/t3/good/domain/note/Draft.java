package archfixtures.t3.good.domain.note;

import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Draft() {}

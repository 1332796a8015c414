package archfixtures.r19.bad.contracts;

import org.jspecify.annotations.NullMarked;

/** A contract. */
@NullMarked
public interface NotesContract {}

package archfixtures.r26.bad.contracts.reference;

import org.jspecify.annotations.NullMarked;

/** For tests. */
@NullMarked
public record InMemoryNotes() {}

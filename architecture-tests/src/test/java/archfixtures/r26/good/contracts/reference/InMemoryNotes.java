package archfixtures.r26.good.contracts.reference;

import org.jspecify.annotations.NullMarked;

/** For tests. */
@NullMarked
public record InMemoryNotes() {}

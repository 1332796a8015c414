package archfixtures.r27.good.contracts.reference;

import org.jspecify.annotations.NullMarked;

/** A contract. */
@NullMarked
public record InMemoryNotes() {}

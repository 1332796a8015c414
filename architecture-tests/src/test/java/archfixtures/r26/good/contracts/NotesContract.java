package archfixtures.r26.good.contracts;

import archfixtures.r26.good.contracts.reference.InMemoryNotes;
import org.jspecify.annotations.NullMarked;

/** May know what is its own. */
@NullMarked
public record NotesContract(InMemoryNotes notes) {}

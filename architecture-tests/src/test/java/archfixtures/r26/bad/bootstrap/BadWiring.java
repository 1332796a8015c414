package archfixtures.r26.bad.bootstrap;

import archfixtures.r26.bad.contracts.reference.InMemoryNotes;
import org.jspecify.annotations.NullMarked;

/** Ships a store that forgets. */
@NullMarked
public record BadWiring(InMemoryNotes notes) {}

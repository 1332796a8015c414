package archfixtures.r4.bad.adapters.http;

import archfixtures.r4.bad.application.note.WriteNote;
import org.jspecify.annotations.NullMarked;

/** A driving adapter may. */
@NullMarked
public record NotePage(WriteNote writeNote) {}

package archfixtures.r7.good.application.note;

import archfixtures.r7.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** One feature. */
@NullMarked
public record WriteNote(Notes notes) {}

package archfixtures.r3.good.adapters.sqlite;

import archfixtures.r3.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** The other adapter. */
@NullMarked
public record SqliteNotes() implements Notes {}

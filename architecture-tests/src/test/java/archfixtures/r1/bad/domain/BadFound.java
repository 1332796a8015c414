package archfixtures.r1.bad.domain;

import archfixtures.r1.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** A value that knows of a port. */
@NullMarked
public record BadFound(Notes where) {}

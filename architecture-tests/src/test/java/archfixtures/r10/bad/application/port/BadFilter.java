package archfixtures.r10.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** Anything at all. */
@NullMarked
public record BadFilter(Object value) {}

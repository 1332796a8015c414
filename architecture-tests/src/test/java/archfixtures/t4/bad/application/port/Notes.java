package archfixtures.t4.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Notes {}

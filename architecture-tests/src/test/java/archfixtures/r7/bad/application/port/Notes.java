package archfixtures.r7.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Notes {}

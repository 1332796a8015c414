package archfixtures.r3.good.application.port;

import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Notes {}

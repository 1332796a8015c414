package archfixtures.r24.good.application.port;

import org.jspecify.annotations.NullMarked;

/** A value of it. */
@NullMarked
public record NotePage(int count) {}

package archfixtures.r6.bad.bootstrap;

import org.jspecify.annotations.NullMarked;
import org.opentest4j.AssertionFailedError;

/** A library that nobody has listed. */
@NullMarked
public record BadReport(AssertionFailedError failure) {}

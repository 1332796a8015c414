package archfixtures.r10.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A number that nobody can count with. */
@NullMarked
public record BadLimits(double share) {}

package archfixtures.r16.bad.domain;

import org.jspecify.annotations.NullMarked;

/** Prints itself, as the compiler would have it. */
@NullMarked
public record BadRawPassword(String value) {}

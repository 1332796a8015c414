package archfixtures.r16.good.domain;

import org.jspecify.annotations.NullMarked;

/** Holds what redacts itself, so the compiler's toString is safe. */
@NullMarked
public record Account(String email, RawPassword password) {}

package archfixtures.r16.good.domain;

import org.jspecify.annotations.NullMarked;

/** About a password, but holds none. */
@NullMarked
public record WrongPassword() {}

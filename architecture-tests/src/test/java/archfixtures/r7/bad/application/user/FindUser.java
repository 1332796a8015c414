package archfixtures.r7.bad.application.user;

import org.jspecify.annotations.NullMarked;

/** The other feature. */
@NullMarked
public record FindUser() {}

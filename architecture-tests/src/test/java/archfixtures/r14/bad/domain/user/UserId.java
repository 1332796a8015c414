package archfixtures.r14.bad.domain.user;

import org.jspecify.annotations.NullMarked;

/** An owner. */
@NullMarked
public record UserId(String value) {}

package archfixtures.r14.good.domain.user;

import org.jspecify.annotations.NullMarked;

/** An owner. */
@NullMarked
public record UserId(String value) {}

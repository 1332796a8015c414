package archsample.domain.user;

import org.jspecify.annotations.NullMarked;

/** Names an owner. */
@NullMarked
public record UserId(String value) {}

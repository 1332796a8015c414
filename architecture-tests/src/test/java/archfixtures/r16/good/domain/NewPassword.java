package archfixtures.r16.good.domain;

import org.jspecify.annotations.NullMarked;

/** Holds what redacts itself. */
@NullMarked
public record NewPassword(RawPassword raw) {}

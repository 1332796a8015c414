package archfixtures.r16.good.domain;

import java.time.Duration;
import org.jspecify.annotations.NullMarked;

/** About tokens, but no token. */
@NullMarked
public record TokenLifetime(Duration value) {}

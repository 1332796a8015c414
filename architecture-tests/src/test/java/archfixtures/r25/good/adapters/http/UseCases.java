package archfixtures.r25.good.adapters.http;

import org.jspecify.annotations.NullMarked;

/** What the server calls. */
@NullMarked
public record UseCases() {}

package archfixtures.r27.bad.adapters;

import org.jspecify.annotations.NullMarked;

/** In no adapter. */
@NullMarked
public record BadAdapter() {}

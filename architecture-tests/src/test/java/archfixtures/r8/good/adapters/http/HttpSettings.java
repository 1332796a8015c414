package archfixtures.r8.good.adapters.http;

import org.jspecify.annotations.NullMarked;

/** Another kind of adapter. */
@NullMarked
public record HttpSettings() {}

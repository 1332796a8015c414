package archfixtures.r3.good.adapters.http.page;

import org.jspecify.annotations.NullMarked;

/** Part of the same adapter. */
@NullMarked
public record Title(String text) {}

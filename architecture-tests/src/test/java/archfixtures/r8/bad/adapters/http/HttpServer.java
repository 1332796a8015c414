package archfixtures.r8.bad.adapters.http;

import org.jspecify.annotations.NullMarked;

/** A driving adapter has packages of its own and another rule. */
@NullMarked
public record HttpServer() {}

package archfixtures.t4.good.adapters.http;

import org.jspecify.annotations.NullMarked;

/** Implements no port. */
@NullMarked
record HttpServer() {}

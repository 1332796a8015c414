package archsample.bootstrap;

import archsample.adapters.http.HttpServer;
import archsample.adapters.sqlite.SqliteAdapters;
import org.jspecify.annotations.NullMarked;

/** Where all of it meets. */
@NullMarked
public record Wiring(HttpServer server, SqliteAdapters adapters) {}

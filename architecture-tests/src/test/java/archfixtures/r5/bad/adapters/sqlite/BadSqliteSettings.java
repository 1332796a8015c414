package archfixtures.r5.bad.adapters.sqlite;

import archfixtures.r5.bad.bootstrap.Config;
import org.jspecify.annotations.NullMarked;

/** An adapter that reads the whole configuration. */
@NullMarked
public record BadSqliteSettings(Config config) {}

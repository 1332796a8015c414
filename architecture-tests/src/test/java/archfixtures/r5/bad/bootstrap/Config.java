package archfixtures.r5.bad.bootstrap;

import archfixtures.r5.bad.adapters.sqlite.SqliteAdapters;
import org.jspecify.annotations.NullMarked;

/** Bootstrap, which may know adapters. */
@NullMarked
public record Config(SqliteAdapters adapters) {}

package archsample.adapters.sqlite;

import archsample.contracts.EveryPortIsUnderContract;
import org.jspecify.annotations.NullMarked;

/** Watches the adapter. */
@NullMarked
final class SqliteContractsTest extends EveryPortIsUnderContract {}

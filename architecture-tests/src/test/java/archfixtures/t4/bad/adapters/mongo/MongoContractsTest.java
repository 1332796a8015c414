package archfixtures.t4.bad.adapters.mongo;

import archfixtures.t4.bad.contracts.EveryPortIsUnderContract;
import org.jspecify.annotations.NullMarked;

/** Watches one adapter, not the other. */
@NullMarked
final class MongoContractsTest extends EveryPortIsUnderContract {}

package archfixtures.t4.good.adapters.mongo;

import archfixtures.t4.good.contracts.EveryPortIsUnderContract;
import org.jspecify.annotations.NullMarked;

/** Watches. */
@NullMarked
final class MongoContractsTest extends EveryPortIsUnderContract {}

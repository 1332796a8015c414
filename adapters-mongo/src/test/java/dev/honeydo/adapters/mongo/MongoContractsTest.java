package dev.honeydo.adapters.mongo;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the MongoDB adapters escapes its contract. */
final class MongoContractsTest extends EveryPortIsUnderContract {}

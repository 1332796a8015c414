package dev.honeydo.adapters.sqlite;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the SQLite adapters escapes its contract. */
final class SqliteContractsTest extends EveryPortIsUnderContract {}

package dev.honeydo.examples.h2;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the SQLite adapters escapes its contract. */
final class H2ContractsTest extends EveryPortIsUnderContract {}

package dev.honeydo.examples.h2;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the H2 adapters escapes its contract. */
final class H2ContractsTest extends EveryPortIsUnderContract {}

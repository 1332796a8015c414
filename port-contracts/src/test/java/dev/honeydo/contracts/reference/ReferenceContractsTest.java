package dev.honeydo.contracts.reference;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the reference adapters escapes its contract. */
final class ReferenceContractsTest extends EveryPortIsUnderContract {}

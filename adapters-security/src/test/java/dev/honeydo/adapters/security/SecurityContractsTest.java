package dev.honeydo.adapters.security;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the security adapters escapes its contract. */
final class SecurityContractsTest extends EveryPortIsUnderContract {}

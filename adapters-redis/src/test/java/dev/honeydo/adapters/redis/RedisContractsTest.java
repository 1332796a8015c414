package dev.honeydo.adapters.redis;

import dev.honeydo.contracts.EveryPortIsUnderContract;

/** None of the adapters on Redis, nor beside it, escapes its contract. */
final class RedisContractsTest extends EveryPortIsUnderContract {}

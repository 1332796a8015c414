package dev.honeydo.adapters.redis;

/**
 * What every copy is good for, whoever's it is.
 *
 * @param runId of the server it was written to: after a failover nobody knows which of the last
 *     writes the new primary has, so nothing older counts
 * @param era ends when all copies must: when it is not known which are stale
 */
record Namespace(String runId, String era) {}

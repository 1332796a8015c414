package dev.honeydo.adapters.redis;

/**
 * What every copy of a scope is good for, whoever's it is.
 *
 * @param runId of the server it was written to: after a failover nobody knows which of the last
 *     writes the new primary has, so nothing older counts
 * @param era ends when all copies of the scope must: when it is not known which are stale, or when
 *     those who run the installation say so
 */
record Namespace(String runId, String era) {}

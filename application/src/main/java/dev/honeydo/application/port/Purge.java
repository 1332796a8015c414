package dev.honeydo.application.port;

/**
 * What became of clearing out what has expired.
 *
 * @param complete whether nothing that had expired when it began is left
 */
public record Purge(boolean complete) {}

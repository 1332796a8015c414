package dev.honeydo.domain.idempotency;

/**
 * Tells whether two requests ask for the same, and nothing else of what they say.
 *
 * @param value a keyed hash, so that nobody who lacks the key can guess what was sent
 */
public record Fingerprint(String value) {}

package dev.honeydo.application.port;

/**
 * How many todos there are of a kind.
 *
 * @param value at least 0
 */
public record TodoCount(long value) {}

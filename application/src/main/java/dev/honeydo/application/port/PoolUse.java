package dev.honeydo.application.port;

/**
 * How much of a pool of connections is in use, for whoever runs Honeydo. The numbers are of one
 * moment, or of moments next to each other.
 *
 * @param used connections that somebody works on
 * @param idle connections that are open and wait for work
 * @param most how many connections there may be
 * @param waiting how many callers wait for a connection, or for their turn on one
 */
public record PoolUse(int used, int idle, int most, int waiting) {}

/**
 * What instances share for speed, in Redis: never the truth, always a copy that can be lost. Every
 * key has a TTL, every key of one user lies in one hash slot, and every step is one round trip.
 */
@NullMarked
package dev.honeydo.adapters.redis;

import org.jspecify.annotations.NullMarked;

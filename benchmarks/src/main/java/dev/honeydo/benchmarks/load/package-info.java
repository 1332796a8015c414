/** Whole requests against running servers: how many, how fast, and what each costs. */
@NullMarked
package dev.honeydo.benchmarks.load;

import org.jspecify.annotations.NullMarked;

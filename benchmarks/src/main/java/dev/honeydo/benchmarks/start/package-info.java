/** How long a start takes, and what is needed after it. */
@NullMarked
package dev.honeydo.benchmarks.start;

import org.jspecify.annotations.NullMarked;

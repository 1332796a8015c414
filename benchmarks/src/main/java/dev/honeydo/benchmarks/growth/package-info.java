/** How what is asked of a record grows with what is in it. */
@NullMarked
package dev.honeydo.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

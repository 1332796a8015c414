/** What Honeydo is measured against, each in a process of its own. */
@NullMarked
package dev.honeydo.benchmarks.peer;

import org.jspecify.annotations.NullMarked;

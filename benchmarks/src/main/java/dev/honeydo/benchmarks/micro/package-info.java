/** What the parts of a request cost, each by itself. */
@NullMarked
package dev.honeydo.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

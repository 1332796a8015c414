/** The record on H2: an example of an adapter that Honeydo does not know of. */
@NullMarked
package dev.honeydo.examples.h2;

import org.jspecify.annotations.NullMarked;

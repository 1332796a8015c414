/** The reference adapters keep their contracts. */
@NullMarked
package dev.honeydo.contracts.reference;

import org.jspecify.annotations.NullMarked;

/** The contracts' own machinery, tried. */
@NullMarked
package dev.honeydo.contracts;

import org.jspecify.annotations.NullMarked;

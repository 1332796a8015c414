/** The rules against their fixtures, and this code base against the rules. */
@NullMarked
package dev.honeydo.architecture;

import org.jspecify.annotations.NullMarked;

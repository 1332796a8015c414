/**
 * The contracts are tested too: for each clause there is a double that is wrong in one way, and
 * that clause must notice. A clause that no double breaks fails the build.
 */
@NullMarked
package dev.honeydo.contracts;

import org.jspecify.annotations.NullMarked;

/**
 * The rules that keep a hexagon a hexagon, as a library: {@link dev.honeydo.architecture.Rules}
 * checks every {@link dev.honeydo.architecture.Rule} below any root package that is laid out like
 * this one.
 */
@NullMarked
package dev.honeydo.architecture;

import org.jspecify.annotations.NullMarked;

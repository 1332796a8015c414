/** Tests of the stores that answer with copies, over the reference adapters. */
@NullMarked
package dev.honeydo.application.cache;

import org.jspecify.annotations.NullMarked;

/** The HTTP contract, told by requests to a whole server. */
@NullMarked
package dev.honeydo.adapters.http;

import org.jspecify.annotations.NullMarked;

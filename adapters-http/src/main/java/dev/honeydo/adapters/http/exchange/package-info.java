/** One request and its answer, and the table of all the routes there are. */
@NullMarked
package dev.honeydo.adapters.http.exchange;

import org.jspecify.annotations.NullMarked;

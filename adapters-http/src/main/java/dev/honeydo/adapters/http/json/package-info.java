/** JSON text: how it is written, and how it writes instants. */
@NullMarked
package dev.honeydo.adapters.http.json;

import org.jspecify.annotations.NullMarked;

/** JSON as it is read, strictly, and written. */
@NullMarked
package dev.honeydo.adapters.http.json;

import org.jspecify.annotations.NullMarked;

/** Tests of what has no route of its own. */
@NullMarked
package dev.honeydo.adapters.http.json;

import org.jspecify.annotations.NullMarked;

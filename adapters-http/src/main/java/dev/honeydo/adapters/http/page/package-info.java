/** Pages for people. */
@NullMarked
package dev.honeydo.adapters.http.page;

import org.jspecify.annotations.NullMarked;

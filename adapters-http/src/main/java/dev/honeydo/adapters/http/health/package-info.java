/** Whether this installation works. */
@NullMarked
package dev.honeydo.adapters.http.health;

import org.jspecify.annotations.NullMarked;

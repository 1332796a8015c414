/** What of todos shows only from within. */
@NullMarked
package dev.honeydo.adapters.http.todo;

import org.jspecify.annotations.NullMarked;

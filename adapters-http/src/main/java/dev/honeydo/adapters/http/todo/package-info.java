/** Todos, their validators and the cursors of their list. */
@NullMarked
package dev.honeydo.adapters.http.todo;

import org.jspecify.annotations.NullMarked;

/** What all lists have: a limit, and cursors that nobody can make or move to another list. */
@NullMarked
package dev.honeydo.adapters.http.list;

import org.jspecify.annotations.NullMarked;

/**
 * The record of one machine, in a SQLite database (WAL, {@code synchronous=FULL}): what was
 * answered survives {@code kill -9} and the loss of power.
 *
 * <p>{@link dev.honeydo.adapters.sqlite.SqliteAdapters} opens it.
 */
@NullMarked
package dev.honeydo.adapters.sqlite;

import org.jspecify.annotations.NullMarked;

/**
 * What every adapter must keep: one contract for each port, to be inherited by the adapter's test.
 *
 * <p>A contract is an interface whose default methods are tests. Each is one clause, and its
 * display name begins with the clause's id, which is never used again for another. An implementer
 * gives the contract the adapter (and a few hooks, such as a way to let time pass) and inherits
 * every clause.
 *
 * <p>Clauses are kept apart by random ids and addresses, never by emptying the store, so that they
 * can run on one store at the same time; but purging clears away whatever has expired by the clock
 * that the clause moves, so that tests with clocks of their own need stores of their own.
 */
@NullMarked
package dev.honeydo.contracts;

import org.jspecify.annotations.NullMarked;

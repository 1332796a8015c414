/**
 * The record on MongoDB, where one machine is not enough: users, todos, sessions and families of
 * refresh tokens, each change one write to one document.
 */
@NullMarked
package dev.honeydo.adapters.mongo;

import org.jspecify.annotations.NullMarked;

/** A user's own profile. */
@NullMarked
package dev.honeydo.adapters.http.user;

import org.jspecify.annotations.NullMarked;

/** Sessions as clients see them: in JSON, and as a cookie. */
@NullMarked
package dev.honeydo.adapters.http.session;

import org.jspecify.annotations.NullMarked;

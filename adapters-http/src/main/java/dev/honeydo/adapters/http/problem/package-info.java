/** What can go wrong, as clients are told of it (RFC 9457). */
@NullMarked
package dev.honeydo.adapters.http.problem;

import org.jspecify.annotations.NullMarked;

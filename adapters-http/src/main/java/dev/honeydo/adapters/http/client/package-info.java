/** Where a request comes from. */
@NullMarked
package dev.honeydo.adapters.http.client;

import org.jspecify.annotations.NullMarked;

/** The description of what is served: OpenAPI 3.1, and 3.0 for older generators. */
@NullMarked
package dev.honeydo.adapters.http.openapi;

import org.jspecify.annotations.NullMarked;

/** Tests of the use cases; {@link dev.honeydo.application} says why they live here. */
@NullMarked
package dev.honeydo.application.idempotency;

import org.jspecify.annotations.NullMarked;

/** Tests of the use cases; {@link dev.honeydo.application} says why they live here. */
@NullMarked
package dev.honeydo.application.session;

import org.jspecify.annotations.NullMarked;

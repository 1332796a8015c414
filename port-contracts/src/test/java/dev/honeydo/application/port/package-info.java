/** Tests of what ports take and give; {@link dev.honeydo.application} says why they live here. */
@NullMarked
package dev.honeydo.application.port;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of the use cases. They live here, and not beside the use cases, because they run on the
 * reference adapters, and those depend on the application: its own module cannot see them.
 */
@NullMarked
package dev.honeydo.application;

import org.jspecify.annotations.NullMarked;

/**
 * Where everything meets: configuration is read, adapters are opened, use cases are built by plain
 * constructors, and all of it is closed again in reverse.
 */
@NullMarked
package dev.honeydo.bootstrap;

import org.jspecify.annotations.NullMarked;

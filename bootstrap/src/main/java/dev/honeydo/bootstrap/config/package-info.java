/** What can be set from outside, read from environment variables and a {@code .env} file. */
@NullMarked
package dev.honeydo.bootstrap.config;

import org.jspecify.annotations.NullMarked;

/** Honeydo over HTTP: JSON, problems, health; served by Javalin on Jetty. */
@NullMarked
package dev.honeydo.adapters.http;

import org.jspecify.annotations.NullMarked;

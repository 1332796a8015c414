/** What changes, told to browsers and apps as it happens. */
@NullMarked
package dev.honeydo.adapters.http.event;

import org.jspecify.annotations.NullMarked;

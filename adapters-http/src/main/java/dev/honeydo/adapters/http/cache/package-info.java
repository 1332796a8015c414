/** What those who run the installation see of the cache and do to it. */
@NullMarked
package dev.honeydo.adapters.http.cache;

import org.jspecify.annotations.NullMarked;

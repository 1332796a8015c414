@NullMarked
package dev.honeydo.adapters.http.body;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.honeydo.adapters.http.list;

import org.jspecify.annotations.NullMarked;

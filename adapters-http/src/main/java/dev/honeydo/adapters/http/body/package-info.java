/** Bodies that clients send: strict JSON, and every field that is wrong with it. */
@NullMarked
package dev.honeydo.adapters.http.body;

import org.jspecify.annotations.NullMarked;

/** Who is asking: credentials, registration, login, refresh and logout. */
@NullMarked
package dev.honeydo.adapters.http.auth;

import org.jspecify.annotations.NullMarked;

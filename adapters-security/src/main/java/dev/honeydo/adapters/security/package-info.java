/**
 * What proves who somebody is: Argon2id by Bouncy Castle, access tokens by java-jwt behind a strict
 * reader, refresh and session tokens, ids, and the passwords that nobody should choose.
 */
@NullMarked
package dev.honeydo.adapters.security;

import org.jspecify.annotations.NullMarked;

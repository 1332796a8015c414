/** Tests of the security adapters. */
@NullMarked
package dev.honeydo.adapters.security;

import org.jspecify.annotations.NullMarked;

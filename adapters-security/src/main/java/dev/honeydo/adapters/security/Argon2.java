package dev.honeydo.adapters.security;

/** Argon2id, version 0x13 (RFC 9106). Thread-safe. */
@FunctionalInterface
interface Argon2 {

  /**
   * The tag of {@code length} bytes of a password.
   *
   * @param password not kept; the caller wipes it
   */
  byte[] tag(byte[] password, byte[] salt, Argon2Cost cost, int length);
}

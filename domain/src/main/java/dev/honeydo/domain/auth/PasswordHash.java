package dev.honeydo.domain.auth;

/**
 * What is kept of a password: a salted hash in the PHC string format, of which only the hasher that
 * made it knows more.
 */
public record PasswordHash(String phc) {

  /** Says nothing of the hash. */
  @Override
  public String toString() {
    return "PasswordHash[redacted]";
  }
}

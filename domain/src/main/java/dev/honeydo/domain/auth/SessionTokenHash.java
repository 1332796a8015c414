package dev.honeydo.domain.auth;

/**
 * What stores keep of a {@link SessionToken}: enough to find its session, too little to open it.
 */
public record SessionTokenHash(String value) {

  /** Says nothing of the hash. */
  @Override
  public String toString() {
    return "SessionTokenHash[redacted]";
  }
}

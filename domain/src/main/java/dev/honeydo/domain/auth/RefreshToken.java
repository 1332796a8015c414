package dev.honeydo.domain.auth;

/** What buys the next access token, once. Whoever holds it is believed. */
public record RefreshToken(String text) {

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return "RefreshToken[redacted]";
  }
}

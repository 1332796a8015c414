package dev.honeydo.domain.auth;

/** A signed statement of who somebody is, good for minutes. Whoever holds it is believed. */
public record AccessToken(String text) {

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return "AccessToken[redacted]";
  }
}

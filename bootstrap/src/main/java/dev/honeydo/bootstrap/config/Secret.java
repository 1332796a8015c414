package dev.honeydo.bootstrap.config;

/** A text that is never shown. */
public record Secret(String value) {

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}

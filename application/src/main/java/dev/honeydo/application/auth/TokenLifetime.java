package dev.honeydo.application.auth;

import java.time.Duration;

/**
 * How long an access token is good for.
 *
 * @param value whole seconds, 1 second to 30 minutes
 */
public record TokenLifetime(Duration value) {
  /** The longest that is allowed, and what a token has unless told otherwise. */
  public static final TokenLifetime LONGEST = new TokenLifetime(Duration.ofMinutes(30));

  /** Checks the bounds. */
  public TokenLifetime {
    if (value.compareTo(Duration.ofSeconds(1)) < 0
        || value.compareTo(Duration.ofMinutes(30)) > 0
        || value.toNanosPart() != 0) {
      throw new IllegalArgumentException("a token lives for 1 second to 30 minutes");
    }
  }
}

package dev.honeydo.application.auth;

import dev.honeydo.domain.auth.AccessToken;

/** What a client shows to be let in. */
public sealed interface Credential {

  /** An access token. */
  record Bearer(AccessToken token) implements Credential {}

  /**
   * What should be a session's token, as it came.
   *
   * @param text anything at all
   */
  record SessionKey(String text) implements Credential {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "SessionKey[redacted]";
    }
  }
}

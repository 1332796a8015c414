package dev.honeydo.adapters.http.exchange;

import java.util.Optional;

/** What caches may do with the answers of a route. */
public enum Caching {
  /** Nothing: tokens, sessions, and whatever is only true now. */
  NO_STORE("no-store", Optional.empty()),
  /** Keep for this user, and ask each time whether it has changed. */
  REVALIDATE("private, no-cache", Optional.of("Authorization, Cookie, X-Session-ID")),
  /** Keep what is the same for everybody, and ask each time whether it has changed. */
  SHARED("public, no-cache", Optional.empty()),
  /** Keep for good: what it says is in its name. */
  FOREVER("public, max-age=31536000, immutable", Optional.empty()),
  /** Keep a page that is the same for everybody. */
  PAGE("public, max-age=3600", Optional.of("Accept"));

  private final String cacheControl;
  private final Optional<String> vary;

  Caching(String cacheControl, Optional<String> vary) {
    this.cacheControl = cacheControl;
    this.vary = vary;
  }

  /** The {@code Cache-Control} of its answers. */
  public String cacheControl() {
    return cacheControl;
  }

  /** The {@code Vary} of its answers. */
  public Optional<String> vary() {
    return vary;
  }
}

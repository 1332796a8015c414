package dev.honeydo.adapters.http.exchange;

/** In what a request shows whose it is; the first of several is the one that clients are told. */
public enum Carrier {
  /** {@code Authorization: Bearer}. */
  BEARER("bearer"),
  /** {@code Authorization: Session} or {@code X-Session-ID}. */
  SESSION("session"),
  /** The cookie {@code session_id}. */
  COOKIE("cookie");

  private final String text;

  Carrier(String text) {
    this.text = text;
  }

  /** Its name in JSON. */
  public String text() {
    return text;
  }
}

package archfixtures.r16.bad.adapters.http;

import org.jspecify.annotations.NullMarked;

/** Prints itself by way of its accessor. */
@NullMarked
public record BadCookieToken(String value) {
  @Override
  public String toString() {
    return "CookieToken " + value();
  }
}

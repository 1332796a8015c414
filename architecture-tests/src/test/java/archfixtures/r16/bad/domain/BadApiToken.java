package archfixtures.r16.bad.domain;

import org.jspecify.annotations.NullMarked;

/** Prints itself by hand. */
@NullMarked
public record BadApiToken(String text) {
  @Override
  public String toString() {
    return "ApiToken[" + text + "]";
  }
}

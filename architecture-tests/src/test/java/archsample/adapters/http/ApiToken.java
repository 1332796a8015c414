package archsample.adapters.http;

import org.jspecify.annotations.NullMarked;

/** What a client shows. */
@NullMarked
public record ApiToken(String text) {
  @Override
  public String toString() {
    return "ApiToken[redacted]";
  }
}

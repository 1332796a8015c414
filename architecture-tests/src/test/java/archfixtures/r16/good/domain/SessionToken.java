package archfixtures.r16.good.domain;

import org.jspecify.annotations.NullMarked;

/** Says which, not what. */
@NullMarked
public record SessionToken(long number, String secret) {
  @Override
  public String toString() {
    return "SessionToken[" + number + "]";
  }
}

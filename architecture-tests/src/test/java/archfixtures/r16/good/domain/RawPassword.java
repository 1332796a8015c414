package archfixtures.r16.good.domain;

import org.jspecify.annotations.NullMarked;

/** Says nothing of itself. */
@NullMarked
public record RawPassword(String value) {
  @Override
  public String toString() {
    return "RawPassword[redacted]";
  }
}

package archfixtures.r25.good.adapters.http;

import org.jspecify.annotations.NullMarked;

/** The settings. */
@NullMarked
public record HttpSettings() {
  /** Part of them. */
  public record Port(int number) {}
}

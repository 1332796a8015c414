package archfixtures.r18.bad.bootstrap;

import org.jspecify.annotations.NullMarked;

/** Bootstrap, which may. */
@NullMarked
public record Main() {
  static void stop() {
    System.exit(1);
  }
}

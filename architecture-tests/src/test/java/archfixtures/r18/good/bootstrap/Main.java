package archfixtures.r18.good.bootstrap;

import org.jspecify.annotations.NullMarked;

/** Bootstrap, which may. */
@NullMarked
public record Main() {
  static void stop() {
    System.out.println("stopped");
    System.exit(1);
  }
}

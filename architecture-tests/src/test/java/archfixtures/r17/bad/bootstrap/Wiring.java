package archfixtures.r17.bad.bootstrap;

import java.time.InstantSource;
import org.jspecify.annotations.NullMarked;

/** Bootstrap, which may. */
@NullMarked
public record Wiring() {
  static InstantSource clock() {
    return InstantSource.system();
  }
}

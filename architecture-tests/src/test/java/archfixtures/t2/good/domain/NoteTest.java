package archfixtures.t2.good.domain;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;

/** Says what it lacks. */
@NullMarked
final class NoteTest {
  static void works() {
    Assumptions.assumeTrue(true, "the machine has what it takes");
  }
}

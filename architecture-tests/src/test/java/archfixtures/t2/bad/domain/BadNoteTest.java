package archfixtures.t2.bad.domain;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;

/** Switched off, one of them by name. */
@NullMarked
final class BadNoteTest {
  @Disabled("it is here to be caught")
  void works() {}
}

package archfixtures.t1.good.domain;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

/** Leans on the thing itself. */
@NullMarked
final class NoteTest {
  static void check() {
    Assertions.assertThat("note").isNotEmpty();
  }
}

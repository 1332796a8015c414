package archfixtures.t2.good.domain;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;

/** Knows what it is to be disabled, and is not. */
@NullMarked
final class TestRunner {
  static Class<?> reason() {
    return Disabled.class;
  }
}

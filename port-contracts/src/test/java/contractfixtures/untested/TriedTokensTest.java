package contractfixtures.untested;

import org.jspecify.annotations.NullMarked;

/** Implements no contract. */
@NullMarked
final class TriedTokensTest {
  static TriedTokens tried() {
    return new TriedTokens();
  }
}

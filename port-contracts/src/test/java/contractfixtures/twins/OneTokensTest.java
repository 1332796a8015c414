package contractfixtures.twins;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;

/** Names one. */
@NullMarked
final class OneTokensTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return new OneTokens();
  }
}

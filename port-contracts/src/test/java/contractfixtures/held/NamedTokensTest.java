package contractfixtures.held;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;

/** Names its subject. */
@NullMarked
final class NamedTokensTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return new NamedTokens();
  }
}

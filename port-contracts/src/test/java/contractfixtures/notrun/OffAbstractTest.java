package contractfixtures.notrun;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;

/** Never made. */
@NullMarked
abstract class OffAbstractTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return new OffTokens();
  }
}

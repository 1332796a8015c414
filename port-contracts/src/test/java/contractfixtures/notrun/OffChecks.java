package contractfixtures.notrun;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;

/** Not named as Surefire wants it. */
@NullMarked
final class OffChecks implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return new OffTokens();
  }
}

package contractfixtures.door;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;

/** Names the door. */
@NullMarked
final class HiddenTokensTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return Door.open();
  }
}

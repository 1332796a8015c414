package contractfixtures.twins;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;

/** Names the door, which could hand out either. */
@NullMarked
final class DoorTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return Door.open();
  }
}

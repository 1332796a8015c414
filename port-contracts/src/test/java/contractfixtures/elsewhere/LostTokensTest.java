package contractfixtures.elsewhere;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import org.jspecify.annotations.NullMarked;

/** Tries the reference adapter instead. */
@NullMarked
final class LostTokensTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return new RandomSessionTokens();
  }
}

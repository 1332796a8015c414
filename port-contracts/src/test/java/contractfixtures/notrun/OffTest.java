package contractfixtures.notrun;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.SessionTokensContract;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;

/** Disabled. */
@NullMarked
@Disabled("it is here to be seen through")
final class OffTest implements SessionTokensContract {
  @Override
  public SessionTokens sessionTokens() {
    return new OffTokens();
  }
}

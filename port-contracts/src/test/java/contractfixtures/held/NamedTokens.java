package contractfixtures.held;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** Named by its test. */
@NullMarked
final class NamedTokens implements SessionTokens {
  private final SessionTokens tokens = new RandomSessionTokens();

  @Override
  public SessionToken mint(UserId owner) {
    return tokens.mint(owner);
  }
}

package contractfixtures.twins;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** The other, which the door hands out. */
@NullMarked
final class OtherTokens implements SessionTokens {
  private final SessionTokens tokens = new RandomSessionTokens();

  @Override
  public SessionToken mint(UserId owner) {
    return tokens.mint(owner);
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class SessionTokensOfADouble implements SessionTokensContract {
  private final SessionTokens sessionTokens;

  SessionTokensOfADouble(String defect) {
    this.sessionTokens =
        WrongDouble.named(defect, WrongSessionTokens.ALL).of(new RandomSessionTokens());
  }

  @Override
  public SessionTokens sessionTokens() {
    return sessionTokens;
  }
}

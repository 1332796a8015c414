package dev.honeydo.contracts;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.contracts.reference.InMemoryRefreshTokens;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class RefreshTokensOfADouble implements RefreshTokensContract {
  private final WrongDouble<RefreshTokens> wrong;
  private final RefreshTokens refreshTokens;
  private final RefreshTokens anotherView;

  RefreshTokensOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongRefreshTokens.ALL);
    InMemoryRefreshTokens key = new InMemoryRefreshTokens();
    this.refreshTokens = wrong.of(key);
    this.anotherView = wrong.of(key);
  }

  @Override
  public RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  @Override
  public RefreshTokens anotherView() {
    return anotherView;
  }

  @Override
  public RefreshTokens foreign() {
    return wrong.of(new InMemoryRefreshTokens());
  }
}

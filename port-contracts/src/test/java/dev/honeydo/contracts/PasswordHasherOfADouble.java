package dev.honeydo.contracts;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.contracts.reference.PlainPasswordHasher;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class PasswordHasherOfADouble implements PasswordHasherContract {
  private final PlainPasswordHasher right = new PlainPasswordHasher();
  private final WrongDouble<PasswordHasher> wrong;
  private final PasswordHasher hasher;

  PasswordHasherOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongPasswordHashers.ALL);
    this.hasher = wrong.of(right);
  }

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }

  @Override
  public PasswordHasher saturated() {
    PlainPasswordHasher saturated = new PlainPasswordHasher();
    saturated.setOverloaded(true);
    return wrong.of(saturated);
  }

  @Override
  public PasswordHash outdated(NewPassword password) {
    PasswordHash hash = new PasswordHash("$plain$0$" + password.raw().value());
    right.outdate(hash);
    return hash;
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.contracts.reference.PlainPasswordHasher;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class PasswordHasherOfADouble implements PasswordHasherContract {
  private final WrongDouble<PasswordHasher> wrong;
  private final PasswordHasher hasher;

  PasswordHasherOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongPasswordHashers.ALL);
    this.hasher = wrong.of(new PlainPasswordHasher());
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
}

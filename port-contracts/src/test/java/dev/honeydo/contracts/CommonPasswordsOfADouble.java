package dev.honeydo.contracts;

import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.contracts.reference.FewCommonPasswords;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class CommonPasswordsOfADouble implements CommonPasswordsContract {
  private final CommonPasswords commonPasswords;

  CommonPasswordsOfADouble(String defect) {
    this.commonPasswords =
        WrongDouble.named(defect, WrongCommonPasswords.ALL).of(new FewCommonPasswords());
  }

  @Override
  public CommonPasswords commonPasswords() {
    return commonPasswords;
  }
}

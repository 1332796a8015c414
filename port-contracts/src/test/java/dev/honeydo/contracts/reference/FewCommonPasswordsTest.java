package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.contracts.CommonPasswordsContract;

final class FewCommonPasswordsTest implements CommonPasswordsContract {

  @Override
  public CommonPasswords commonPasswords() {
    return new FewCommonPasswords();
  }
}

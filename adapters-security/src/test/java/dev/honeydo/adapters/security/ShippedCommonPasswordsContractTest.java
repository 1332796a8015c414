package dev.honeydo.adapters.security;

import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.contracts.CommonPasswordsContract;

final class ShippedCommonPasswordsContractTest implements CommonPasswordsContract {
  private final CommonPasswords passwords = new ShippedCommonPasswords();

  @Override
  public CommonPasswords commonPasswords() {
    return passwords;
  }
}

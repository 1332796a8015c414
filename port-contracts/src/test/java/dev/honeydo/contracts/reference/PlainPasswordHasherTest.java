package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.contracts.PasswordHasherContract;

final class PlainPasswordHasherTest implements PasswordHasherContract {
  private final PlainPasswordHasher hasher = new PlainPasswordHasher();

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }

  @Override
  public PasswordHasher saturated() {
    PlainPasswordHasher saturated = new PlainPasswordHasher();
    saturated.setOverloaded(true);
    return saturated;
  }
}

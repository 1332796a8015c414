package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.contracts.PasswordHasherContract;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;

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

  @Override
  public PasswordHash outdated(NewPassword password) {
    PasswordHash hash = new PasswordHash("$plain$0$" + password.raw().value());
    hasher.outdate(hash);
    return hash;
  }
}

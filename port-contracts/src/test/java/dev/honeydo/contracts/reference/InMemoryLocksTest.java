package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.contracts.LocksContract;
import java.util.Optional;

final class InMemoryLocksTest implements LocksContract {
  private final InMemoryLocks locks = new InMemoryLocks();

  @Override
  public Locks locks() {
    return locks;
  }

  @Override
  public Locks anotherView() {
    return locks;
  }

  @Override
  public Optional<Locks> unreachable() {
    InMemoryLocks gone = new InMemoryLocks();
    gone.setAvailable(false);
    return Optional.of(gone);
  }

  @Override
  public void lose(LockName name) {
    locks.lose(name);
  }
}

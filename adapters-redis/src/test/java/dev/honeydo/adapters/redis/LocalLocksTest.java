package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.contracts.LocksContract;
import java.util.Optional;

final class LocalLocksTest implements LocksContract {
  private final Locks locks = new LocalLocks();

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
    return Optional.empty();
  }

  /** Nothing but the end of its action, or of the process, ends a lock. */
  @Override
  public void lose(LockName name) {}
}

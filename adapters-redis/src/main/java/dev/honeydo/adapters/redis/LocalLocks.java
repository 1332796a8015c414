package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Locks for one process: the names that somebody has. Actions run on their callers' threads. Owners
 * and locks live and die together, so that there is no lease to wait for and none to be lost.
 */
final class LocalLocks implements Locks {
  private final Set<LockName> taken = ConcurrentHashMap.newKeySet();

  @Override
  public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
    if (!taken.add(name)) {
      return new Busy<>();
    }
    try {
      return new Ran<>(action.get());
    } finally {
      taken.remove(name);
    }
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Locks in a map by name, each with its owner's thread, which is the caller's. They are lost when a
 * test says so, and never by themselves.
 */
public final class InMemoryLocks implements Locks {
  private final Map<LockName, Owner> owners = new HashMap<>();
  private boolean unreachable;

  /** A store of free locks. */
  public InMemoryLocks() {}

  /** Makes the store reachable, or not; whoever has a lock keeps it. */
  public synchronized void setAvailable(boolean available) {
    unreachable = !available;
  }

  /** Takes the lock away from whoever has it, as if their lease had run out. */
  public synchronized void lose(LockName name) {
    Owner owner = owners.remove(name);
    if (owner != null) {
      owner.interrupted = true;
      owner.thread.interrupt();
    }
  }

  /** Whether the action that has the lock was begun by that thread. */
  public synchronized boolean isHeldBy(LockName name, Thread thread) {
    Owner owner = owners.get(name);
    return owner != null && owner.thread.equals(thread);
  }

  @Override
  public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
    Owner owner = new Owner();
    if (!claim(name, owner)) {
      return new Busy<>();
    }
    T result;
    try {
      result = action.get();
    } catch (RuntimeException | Error thrown) {
      if (free(name, owner)) {
        throw thrown;
      }
      return new Lost<>(Optional.empty());
    }
    return free(name, owner) ? new Ran<>(result) : new Lost<>(Optional.of(result));
  }

  private synchronized boolean claim(LockName name, Owner owner) {
    return !unreachable && owners.putIfAbsent(name, owner) == null;
  }

  /** Whether it was still the owner's. */
  private synchronized boolean free(LockName name, Owner owner) {
    if (owner.interrupted) {
      // By us, to tell the action; the caller has nothing to do with it.
      boolean _ = Thread.interrupted();
    }
    return owners.remove(name, owner);
  }

  private static final class Owner {
    private final Thread thread = Thread.currentThread();
    private boolean interrupted;
  }
}

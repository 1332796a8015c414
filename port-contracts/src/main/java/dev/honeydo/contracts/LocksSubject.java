package dev.honeydo.contracts;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.time.Duration;
import java.util.Optional;

/** What the clauses about locks need of the adapter that they try. */
interface LocksSubject extends Racing {
  /** The lease of every lock here: longer than a busy machine lets a thread wait. */
  Lease LEASE = Lease.ofSeconds(3);

  /** The adapter: the same one throughout a test. */
  Locks locks();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  Locks anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its server away; empty
   * where the store lives inside the adapter.
   */
  Optional<Locks> unreachable();

  /**
   * Takes the lock away from whoever has it, as if they had stood still for longer than their
   * lease; does nothing where that cannot happen.
   */
  void lose(LockName name);

  /** How long an action may take to hear that it is to end. */
  default Duration patience() {
    return LEASE.length().multipliedBy(3);
  }

  /** What becomes of an attempt to do next to nothing under that name. */
  default Locks.Attempt<String> attempt(Locks by, LockName name) {
    return by.tryRun(name, LEASE, () -> "free");
  }

  /**
   * Takes a lock away, and says whether it is free now: there may be adapters whose locks cannot be
   * lost.
   */
  default boolean isLost(LockName name) {
    lose(name);
    return attempt(anotherView(), name).equals(new Locks.Ran<>("free"));
  }
}

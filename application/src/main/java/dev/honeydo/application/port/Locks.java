package dev.honeydo.application.port;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets one do something at a time, among all who share the store.
 *
 * <p><b>For efficiency, not for correctness.</b> A lock is a lease: whoever stands still for longer
 * than it (a pause of the process, a network that is cut, a store that lost its keys) may find
 * somebody else at work beside it, and can be told of it only afterwards. What must not happen
 * twice is fenced where it is written, as {@link JobRuns} does.
 *
 * <p><b>Guarantees.</b> While the store answers and processes run, one action at a time runs under
 * a name. The lease is renewed while the action runs, so an action may take longer than its lease;
 * nothing is renewed once it has ended. There is no re-entrancy: an action that tries its own lock
 * is as busy as anybody. Only the owner can free a lock, whoever else believes to own it.
 *
 * <p><b>When the store is unreachable</b> nobody can tell whether a lock is free, so nobody gets
 * it: the answer is {@link Busy}. No method throws {@link PortUnavailable}.
 *
 * <p>Thread-safe. An action may run on another thread than the caller's; the caller waits for it in
 * any case, and interrupting the caller interrupts the action.
 */
public interface Locks {

  /**
   * Runs the action if the lock is free, and frees it afterwards; never waits for it.
   *
   * <p>When the lock is lost while the action runs, the action's thread is interrupted: the action
   * should then end soon, and whatever it asks of a port may fail.
   *
   * @param lease how long the lock outlives an owner that stands still or was killed
   * @param action what it throws comes out of this method, unless the lock was lost before
   */
  <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action);

  /** What became of an attempt. */
  sealed interface Attempt<T> {}

  /**
   * The action ran, and held the lock until it ended.
   *
   * @param result what it came to
   */
  record Ran<T>(T result) implements Attempt<T> {}

  /** Somebody else has the lock, or nobody can tell; the action did not run. */
  record Busy<T>() implements Attempt<T> {}

  /**
   * The action ran and has ended, but had lost the lock before: somebody else may have run at the
   * same time.
   *
   * @param result what it came to; absent where it threw something
   */
  record Lost<T>(Optional<T> result) implements Attempt<T> {}
}

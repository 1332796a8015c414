package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action that runs on a thread of its own while the caller's thread waits for it and renews its
 * lease, every third of it. So nothing is renewed that has ended.
 *
 * <p>The lease is lost when somebody else has it, or when a tenth of it before its end it could not
 * be renewed; then the action is interrupted. Whether it was lost is asked once more when the
 * action has ended: by the time that has passed here, and by who has it as it is given back.
 *
 * <p>For one thread, which calls {@link #outcome} once.
 */
final class LeasedRun<T> {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedRun.class);

  /** What the store says. */
  enum Reply {
    /** It is done. */
    YES,
    /** Somebody else has the lock, or nobody. */
    NO,
    /** There is no answer. */
    UNKNOWN
  }

  /** A claim on a lock, by a token that nobody else has. */
  interface Claim {
    LockName name();

    Lease lease();

    /** Begins the lease anew, if it is still the claimant's. */
    Reply renew();

    /** Frees the lock, if it is still the claimant's. */
    Reply release();
  }

  private final Claim claim;
  private final LongSupplier nanoTime;
  private final long length;
  private final FutureTask<T> action;
  private final Thread thread;

  /** Until when, by {@link #nanoTime}, the lease is good at least. */
  private long deadline;

  /** When to renew it next. */
  private long next;

  private boolean lost;

  /**
   * A run under a claim that holds.
   *
   * @param asked when, by {@code nanoTime}, the lease was asked for
   */
  LeasedRun(Claim claim, long asked, LongSupplier nanoTime, Supplier<T> action) {
    this.claim = claim;
    this.nanoTime = nanoTime;
    this.length = claim.lease().length().toNanos();
    this.action = new FutureTask<>(action::get);
    this.thread = Thread.ofVirtual().name("lock " + claim.name()).unstarted(this.action);
    this.deadline = asked + length;
    this.next = asked + length / 3;
  }

  /** Runs the action, and comes back when it has ended. */
  Locks.Attempt<T> outcome() {
    thread.start();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = thread.join(Duration.ofNanos(lost ? length : left(next)));
        if (!ended && !lost) {
          renew();
        }
      } catch (InterruptedException told) {
        interrupted = true;
        thread.interrupt();
      }
    }
    boolean late = left(deadline) == 0;
    // No answer says nothing: the lease was good until here.
    lost |= claim.release() == Reply.NO || late;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return answer();
  }

  private void renew() {
    long asked = nanoTime.getAsLong();
    Reply reply = left(deadline) > margin() ? claim.renew() : Reply.UNKNOWN;
    switch (reply) {
      case YES -> {
        deadline = asked + length;
        next = asked + length / 3;
      }
      case NO -> lose();
      case UNKNOWN -> {
        long spare = left(deadline) - margin();
        if (spare > 0) {
          next = nanoTime.getAsLong() + Math.min(margin(), spare);
        } else {
          lose();
        }
      }
    }
  }

  private void lose() {
    lost = true;
    LOG.warn("The lock {} is lost while its action runs; the action is interrupted", claim.name());
    thread.interrupt();
  }

  private Locks.Attempt<T> answer() {
    if (action.state() == FutureTask.State.SUCCESS) {
      T result = action.resultNow();
      return lost ? new Locks.Lost<>(Optional.of(result)) : new Locks.Ran<>(result);
    }
    Throwable thrown = action.exceptionNow();
    if (lost) {
      LOG.warn("The action under the lock {}, which was lost, has failed", claim.name(), thrown);
      return new Locks.Lost<>(Optional.empty());
    }
    throw unchecked(thrown);
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      default -> new IllegalStateException(thrown);
    };
  }

  private long margin() {
    return length / 10;
  }

  /** How long it is until then; 0 where that is past. */
  private long left(long then) {
    return Math.max(0, then - nanoTime.getAsLong());
  }
}

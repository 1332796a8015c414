package dev.honeydo.contracts;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Somebody who tries a lock on a thread of their own and, if they get it, keeps it for a while. */
final class LockOwner {
  private static final long SECONDS = 30;

  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final FutureTask<Locks.Attempt<String>> attempt;
  private final Thread thread;
  private volatile boolean ran;
  private volatile boolean leftInterrupted;

  private LockOwner(Locks locks, LockName name, Supplier<String> last) {
    this.attempt = new FutureTask<>(() -> tried(locks, name, last));
    this.thread = Thread.ofPlatform().daemon().name("owner of " + name).unstarted(attempt);
  }

  /** Somebody who has tried, and whose action comes to {@code done} when they are to end. */
  static LockOwner of(Locks locks, LockName name) {
    return of(locks, name, () -> "done");
  }

  /** Somebody who has tried, and does that last of all. */
  static LockOwner of(Locks locks, LockName name, Supplier<String> last) {
    LockOwner owner = new LockOwner(locks, name, last);
    owner.thread.start();
    try {
      if (!owner.answered.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("neither busy nor run");
      }
    } catch (InterruptedException stopped) {
      throw stop(stopped);
    }
    return owner;
  }

  private Locks.Attempt<String> tried(Locks locks, LockName name, Supplier<String> last) {
    try {
      return locks.tryRun(name, LocksSubject.LEASE, () -> keep(last));
    } finally {
      leftInterrupted = Thread.currentThread().isInterrupted();
      answered.countDown();
    }
  }

  private String keep(Supplier<String> last) {
    ran = true;
    answered.countDown();
    while (true) {
      try {
        end.await();
        return last.get();
      } catch (InterruptedException told) {
        interrupted.countDown();
      }
    }
  }

  /** Whether their action began. */
  boolean ran() {
    return ran;
  }

  /** Interrupts the one who called. */
  void interrupt() {
    thread.interrupt();
  }

  /** Whether their action is interrupted, within that time. */
  boolean isInterrupted(Duration patience) {
    try {
      return interrupted.await(patience.toMillis(), MILLISECONDS);
    } catch (InterruptedException stopped) {
      throw stop(stopped);
    }
  }

  /** Lets their action end, and says what became of their attempt. */
  Locks.Attempt<String> end() {
    end.countDown();
    try {
      return attempt.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException thrown) {
      if (thrown.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new AssertionError(thrown.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("no answer though the action has ended", late);
    } catch (InterruptedException stopped) {
      throw stop(stopped);
    }
  }

  /** Whether the caller was interrupted when the attempt was over. */
  boolean leftInterrupted() {
    return leftInterrupted;
  }

  private static AssertionError stop(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted", stopped);
  }
}

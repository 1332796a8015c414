package dev.honeydo.adapters.http.event;

import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open at this instance: no more than there can be, and none once the server
 * is on its way out.
 *
 * <p>That a client is gone shows when it is written to. So those of a user who has as many as there
 * can be are written to before one more is refused: somebody may have opened a page again and
 * again.
 */
public final class OpenStreams {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final Duration TRIAL = Duration.ofMillis(600);

  private final int perUser;
  private final int inAll;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Seat> seats = new HashSet<>();
  private final Map<UserId, Integer> taken = new HashMap<>();
  private boolean ended;

  /** None so far. */
  public OpenStreams(EventPace pace) {
    this.perUser = pace.perUser();
    this.inAll = pace.inAll();
  }

  /**
   * A place for one more.
   *
   * @throws Refused where there is none
   */
  Seat take(UserId user) {
    lock.lock();
    try {
      if (isFull(user)) {
        seats.stream().filter(it -> it.user.equals(user)).forEach(Seat::probe);
        awaitRoom(user);
      }
      if (ended) {
        throw new Refused(Problem.stopping());
      }
      if (seats.size() >= inAll) {
        throw new Refused(Problem.overloaded(RETRY_AFTER));
      }
      if (isFull(user)) {
        throw new Refused(tooMany());
      }
      Seat seat = new Seat(user);
      seats.add(seat);
      taken.merge(user, 1, Integer::sum);
      return seat;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(UserId user) {
    return taken.getOrDefault(user, 0) >= perUser;
  }

  private void awaitRoom(UserId user) {
    try {
      long left = TRIAL.toNanos();
      while (isFull(user) && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Problem tooMany() {
    String detail = "You have " + perUser + " streams of events open; close one of them.";
    return new Problem(
        ProblemType.RATE_LIMITED, detail, List.of(), Optional.empty(), Optional.of(RETRY_AFTER));
  }

  /** Ends them all, and lets no more begin. */
  public void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
      seats.forEach(Seat::hurry);
    } finally {
      lock.unlock();
    }
  }

  /** How many there are. */
  public int count() {
    lock.lock();
    try {
      return seats.size();
    } finally {
      lock.unlock();
    }
  }

  /** Where one stream is. */
  final class Seat {
    private final UserId user;
    private @Nullable Thread thread;
    private boolean probed;

    private Seat(UserId user) {
      this.user = user;
    }

    /** Has the thread that calls interrupted when the stream is to end. */
    void sitDown() {
      lock.lock();
      try {
        thread = Thread.currentThread();
      } finally {
        lock.unlock();
      }
    }

    /** Whether it is to be tried if its client is there; asked again it is not. */
    boolean isProbed() {
      lock.lock();
      try {
        boolean was = probed;
        probed = false;
        if (was && !ended) {
          // It was to end the waiting for news, and nothing else.
          boolean _ = Thread.interrupted();
        }
        return was;
      } finally {
        lock.unlock();
      }
    }

    /** Whether the stream may go on. */
    boolean isFree() {
      lock.lock();
      try {
        return !ended;
      } finally {
        lock.unlock();
      }
    }

    /** Waits, but no longer than the stream may go on. */
    void pause(Duration time) {
      lock.lock();
      try {
        long left = time.toNanos();
        while (!ended && left > 0) {
          left = changed.awaitNanos(left);
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      } finally {
        lock.unlock();
      }
    }

    /** Gives the place back; the second time it does nothing. */
    void leave() {
      lock.lock();
      try {
        if (seats.remove(this)) {
          taken.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
          changed.signalAll();
        }
        if (thread != null) {
          thread = null;
          // What was meant for the stream is not for the thread, which has the answer to complete.
          boolean _ = Thread.interrupted();
        }
      } finally {
        lock.unlock();
      }
    }

    private void probe() {
      if (thread != null) {
        probed = true;
        hurry();
      }
    }

    private void hurry() {
      Thread reader = thread;
      if (reader != null) {
        reader.interrupt();
      }
    }
  }
}

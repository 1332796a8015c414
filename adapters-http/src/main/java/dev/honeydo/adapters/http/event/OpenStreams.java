package dev.honeydo.adapters.http.event;

import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open at this instance: no more than there can be, and none once the server
 * is on its way out.
 */
public final class OpenStreams {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final int perUser;
  private final int inAll;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ending = lock.newCondition();
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
      if (ended) {
        throw new Refused(Problem.stopping());
      }
      if (seats.size() >= inAll) {
        throw new Refused(Problem.overloaded(RETRY_AFTER));
      }
      if (taken.getOrDefault(user, 0) >= perUser) {
        throw new Refused(
            new Problem(
                ProblemType.RATE_LIMITED,
                "You have " + perUser + " streams of events open; close one of them.",
                java.util.List.of(),
                java.util.Optional.empty(),
                java.util.Optional.of(RETRY_AFTER)));
      }
      Seat seat = new Seat(user);
      seats.add(seat);
      taken.merge(user, 1, Integer::sum);
      return seat;
    } finally {
      lock.unlock();
    }
  }

  /** Ends them all, and lets no more begin. */
  public void end() {
    lock.lock();
    try {
      ended = true;
      ending.signalAll();
      seats.forEach(Seat::hurry);
    } finally {
      lock.unlock();
    }
  }

  /** How many there are. */
  int count() {
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
          left = ending.awaitNanos(left);
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

    private void hurry() {
      Thread reader = thread;
      if (reader != null) {
        reader.interrupt();
      }
    }
  }
}

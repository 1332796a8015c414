package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Events.Quiet;
import dev.honeydo.application.port.Events.Reading;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wakes those who wait for a user's news. Whoever rings knows only that there may be some; each
 * reader looks for itself. There is a bell for each user for whom somebody waits.
 */
final class Bells {
  private final ConcurrentHashMap<UserId, Bell> bells = new ConcurrentHashMap<>();

  /**
   * What {@code look} finds, asked again with every ring until it is not {@link Quiet} or patience
   * is at its end.
   *
   * @param pause how long nobody may look although no bell rings
   */
  Reading await(UserId owner, Duration patience, Supplier<Duration> pause, Supplier<Reading> look) {
    Bell bell = bells.compute(owner, (_, there) -> joined(there));
    try {
      return bell.await(patience, pause, look);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return new Quiet();
    } finally {
      Bell _ = bells.computeIfPresent(owner, (_, there) -> left(there));
    }
  }

  /** Wakes those who wait for that user's news. */
  void ring(UserId owner) {
    Bell bell = bells.get(owner);
    if (bell != null) {
      bell.ring();
    }
  }

  /** Wakes everybody. */
  void ringAll() {
    bells.values().forEach(Bell::ring);
  }

  private static Bell joined(@Nullable Bell there) {
    Bell bell = there == null ? new Bell() : there;
    bell.listeners++;
    return bell;
  }

  private static @Nullable Bell left(Bell there) {
    there.listeners--;
    return there.listeners == 0 ? null : there;
  }

  private static final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    /** Changed by the map's steps alone. */
    private int listeners;

    Reading await(Duration patience, Supplier<Duration> pause, Supplier<Reading> look)
        throws InterruptedException {
      long left = patience.toNanos();
      while (true) {
        // Counted before it is looked: what is told from then on rings once more.
        long heard = rings();
        Reading reading = look.get();
        if (!(reading instanceof Quiet) || left <= 0) {
          return reading;
        }
        long most = Math.min(left, pause.get().toNanos());
        left -= most - untilRung(heard, most);
      }
    }

    private long untilRung(long heard, long most) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        long left = most;
        while (rings == heard && left > 0) {
          left = rung.awaitNanos(left);
        }
        return Math.max(0, left);
      } finally {
        lock.unlock();
      }
    }

    private long rings() {
      lock.lock();
      try {
        return rings;
      } finally {
        lock.unlock();
      }
    }

    void ring() {
      lock.lock();
      try {
        rings++;
        rung.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}

package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A list for each user, behind one lock. An id is a count of lists, so that a list that was
 * forgotten is another one when it is made again, and a count of events.
 */
public final class InMemoryEvents implements Events {
  /** How many events of a user are kept. */
  public static final int KEPT = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();
  private final Map<UserId, Log> logs = new HashMap<>();
  private long names;
  private boolean away;
  private int outages;

  /** Nothing has been told. */
  public InMemoryEvents() {}

  /** Makes the store reachable, or not; once it is back everybody has missed something. */
  public void setAvailable(boolean available) {
    lock.lock();
    try {
      if (!available) {
        outages++;
      } else if (away) {
        logs.clear();
      }
      away = !available;
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the store is reachable. */
  public boolean isAvailable() {
    lock.lock();
    try {
      return !away;
    } finally {
      lock.unlock();
    }
  }

  /** How often the store has gone away. */
  public int outages() {
    lock.lock();
    try {
      return outages;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Announcement publish(UserId owner, Event event) {
    lock.lock();
    try {
      log(owner).add(event);
      told.signalAll();
      return new Announcement();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public EventId end(UserId owner) {
    lock.lock();
    try {
      return log(owner).end();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Reading read(UserId owner, EventId after, Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      Reading reading = log(owner).read(after);
      while (reading instanceof Quiet && left > 0) {
        left = told.awaitNanos(left);
        reading = log(owner).read(after);
      }
      return reading;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return new Quiet();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Forgetting forget(UserId owner) {
    lock.lock();
    try {
      logs.remove(owner);
      told.signalAll();
      return new Forgetting();
    } finally {
      lock.unlock();
    }
  }

  private Log log(UserId owner) {
    return logs.computeIfAbsent(owner, _ -> new Log(++names));
  }

  private static final class Log {
    private final String prefix;
    private final List<Entry> entries = new ArrayList<>();
    private long count;

    Log(long name) {
      this.prefix = "log" + name + "-";
    }

    EventId end() {
      return new EventId(prefix + count);
    }

    void add(Event event) {
      count++;
      entries.add(new Entry(end(), event));
      if (entries.size() > KEPT) {
        entries.removeFirst();
      }
    }

    Reading read(EventId after) {
      for (int skipped = 0; skipped <= entries.size(); skipped++) {
        if (after.equals(new EventId(prefix + (count - entries.size() + skipped)))) {
          List<Entry> behind = entries.subList(skipped, entries.size());
          return behind.isEmpty()
              ? new Quiet()
              : new News(behind.subList(0, Math.min(MOST, behind.size())));
        }
      }
      return new Missed(end());
    }
  }
}

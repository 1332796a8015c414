package dev.honeydo.application.cache;

import dev.honeydo.application.port.Sessions.Touch;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Uses of sessions on their way to the record: of one session one at a time, and all that come
 * meanwhile together, by the latest.
 */
final class Touches {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Used, Lane> lanes = new HashMap<>();

  /** Has the use noted, perhaps with later ones, and answers what became of it. */
  Touch note(UserId owner, SessionId id, Instant at, Function<Instant, Touch> write) {
    Used used = new Used(owner, id);
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(used, _ -> new Lane());
      Turn turn = lane.join(at);
      while (!turn.done && (turn.begun || lane.busy)) {
        changed.awaitUninterruptibly();
      }
      if (!turn.done) {
        run(lane, turn, write);
        if (lane.waiting == null) {
          var _ = lanes.remove(used);
        }
      }
      return turn.answer();
    } finally {
      lock.unlock();
    }
  }

  private void run(Lane lane, Turn turn, Function<Instant, Touch> write) {
    turn.begun = true;
    lane.waiting = null;
    lane.busy = true;
    lock.unlock();
    try {
      turn.touch = write.apply(turn.latest);
    } catch (RuntimeException failed) {
      turn.failed = failed;
    } finally {
      lock.lock();
      lane.busy = false;
      turn.done = true;
      changed.signalAll();
    }
  }

  private record Used(UserId owner, SessionId id) {}

  /** What is noted in one go. Read and written under the lock, but for what its runner is at. */
  private static final class Turn {
    private Instant latest;
    private boolean begun;
    private boolean done;
    private @Nullable Touch touch;
    private @Nullable RuntimeException failed;

    Turn(Instant latest) {
      this.latest = latest;
    }

    Touch answer() {
      if (failed != null) {
        throw failed;
      }
      if (touch == null) {
        throw new IllegalStateException("whoever noted this use died of it");
      }
      return touch;
    }
  }

  private static final class Lane {
    private boolean busy;
    private @Nullable Turn waiting;

    Turn join(Instant at) {
      Turn turn = waiting == null ? new Turn(at) : waiting;
      turn.latest = at.isAfter(turn.latest) ? at : turn.latest;
      waiting = turn;
      return turn;
    }
  }
}

package dev.honeydo.application.cache;

import dev.honeydo.application.port.Sessions.Touch;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Uses of sessions on their way to the record: of one session one at a time, and all that come
 * meanwhile together.
 */
final class Touches {
  private final Map<Used, Lane> lanes = new HashMap<>();

  /** Has the use noted, perhaps with later ones, and answers what became of it. */
  Touch note(UserId owner, SessionId id, Instant at, Function<Instant, Touch> write) {
    Used used = new Used(owner, id);
    Turn turn;
    boolean first;
    CompletableFuture<Touch> before;
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(used, _ -> new Lane());
      first = lane.waiting == null;
      turn = lane.join(at);
      before = lane.running;
    }
    return first ? lead(used, turn, before, write) : answer(turn.done);
  }

  private Touch lead(
      Used used,
      Turn turn,
      @Nullable CompletableFuture<Touch> before,
      Function<Instant, Touch> write) {
    if (before != null) {
      var _ = before.handle((_, _) -> true).join();
    }
    Instant latest = begin(used, turn);
    try {
      turn.done.complete(write.apply(latest));
    } catch (RuntimeException | Error failed) {
      turn.done.completeExceptionally(failed);
    } finally {
      end(used);
    }
    return answer(turn.done);
  }

  private Instant begin(Used used, Turn turn) {
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(used, _ -> new Lane());
      lane.waiting = null;
      lane.running = turn.done;
      return turn.latest;
    }
  }

  private void end(Used used) {
    synchronized (lanes) {
      var _ = lanes.computeIfPresent(used, (_, lane) -> lane.isEmpty() ? null : lane);
    }
  }

  private static Touch answer(CompletableFuture<Touch> done) {
    try {
      return done.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw failed;
      }
    }
  }

  private record Used(UserId owner, SessionId id) {}

  private static final class Turn {
    private final CompletableFuture<Touch> done = new CompletableFuture<>();
    private Instant latest;

    Turn(Instant latest) {
      this.latest = latest;
    }
  }

  private static final class Lane {
    private @Nullable CompletableFuture<Touch> running;
    private @Nullable Turn waiting;

    boolean isEmpty() {
      return waiting == null && (running == null || running.isDone());
    }

    Turn join(Instant at) {
      Turn turn = waiting == null ? new Turn(at) : waiting;
      turn.latest = at.isAfter(turn.latest) ? at : turn.latest;
      waiting = turn;
      return turn;
    }
  }
}

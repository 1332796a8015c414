package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.PortUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads that many wait for. Which load can answer a read depends on what is known of writes: under
 * one generation any will do; where nothing is known, only one that begins after the read did.
 *
 * <p>Where a load finds nobody who can answer, those who waited for it to land before theirs are
 * not made to wait as long again to hear the same.
 *
 * <p>Whoever asked for a copy just before it was made can come too late to wait for it, and load
 * again: so a load that is joined first looks whether there is one by now.
 *
 * <p>Thread-safe.
 */
final class Flights {
  private final Map<Object, Lane> lanes = new HashMap<>();

  /** What the load under way for {@code id} gives, or one that begins now. */
  <V> V join(Object id, Supplier<V> loader) {
    return fly(id, loader, true);
  }

  /** What a load gives that begins no earlier than now; there is one at a time for {@code id}. */
  <V> V follow(Object id, Supplier<V> loader) {
    return fly(id, loader, false);
  }

  /** What a load gives that begins now, or empty where one is under way or waits. */
  @SuppressWarnings("unchecked") // One id is one key, and one key one type.
  <V> Optional<V> lead(Object id, Supplier<V> loader) {
    CompletableFuture<Object> mine;
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(id, _ -> new Lane());
      if (!lane.isEmpty()) {
        return Optional.empty();
      }
      mine = lane.board(false);
    }
    lead(id, mine, null, loader);
    return Optional.of((V) answer(mine));
  }

  @SuppressWarnings("unchecked") // One id is one key, and one key one type.
  private <V> V fly(Object id, Supplier<V> loader, boolean underWayWillDo) {
    CompletableFuture<Object> before;
    CompletableFuture<Object> mine;
    boolean first;
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(id, _ -> new Lane());
      before = lane.underWay;
      first = lane.waiting == null && !(underWayWillDo && before != null);
      mine = lane.board(underWayWillDo);
    }
    if (first) {
      lead(id, mine, before, loader);
    }
    return (V) answer(mine);
  }

  private <V> void lead(
      Object id,
      CompletableFuture<Object> mine,
      @Nullable CompletableFuture<Object> before,
      Supplier<V> loader) {
    Optional<PortUnavailable> gone = before == null ? Optional.empty() : landed(before);
    begin(id, mine);
    try {
      mine.complete(loaded(gone, loader));
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
    } finally {
      end(id);
    }
  }

  /** Waits, and answers whether it was in vain. */
  private static Optional<PortUnavailable> landed(CompletableFuture<Object> before) {
    return before
        .handle((_, failed) ->
            failed instanceof PortUnavailable gone
                ? Optional.of(gone)
                : Optional.<PortUnavailable>empty())
        .join();
  }

  private static <V> V loaded(Optional<PortUnavailable> gone, Supplier<V> loader) {
    if (gone.isPresent()) {
      throw gone.get();
    }
    return loader.get();
  }

  private void begin(Object id, CompletableFuture<Object> mine) {
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(id, _ -> new Lane());
      lane.waiting = null;
      lane.underWay = mine;
    }
  }

  private void end(Object id) {
    synchronized (lanes) {
      var _ = lanes.computeIfPresent(id, (_, lane) -> lane.isEmpty() ? null : lane);
    }
  }

  private static Object answer(CompletableFuture<Object> flight) {
    try {
      return flight.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw failed;
      }
    }
  }

  /** The loads for one id: the one under way, and the one that waits until that has landed. */
  private static final class Lane {
    private @Nullable CompletableFuture<Object> underWay;
    private @Nullable CompletableFuture<Object> waiting;

    CompletableFuture<Object> board(boolean underWayWillDo) {
      if (underWayWillDo && underWay != null) {
        return underWay;
      }
      if (waiting == null) {
        waiting = new CompletableFuture<>();
      }
      return waiting;
    }

    boolean isEmpty() {
      return waiting == null && (underWay == null || underWay.isDone());
    }
  }
}

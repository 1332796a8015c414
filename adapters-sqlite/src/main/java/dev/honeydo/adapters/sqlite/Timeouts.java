package dev.honeydo.adapters.sqlite;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Ends whoever has waited for as long as they may, by a look at all who wait every {@value #STEP}
 * ms: early by no more than that, and late on a machine that is. A timer for each, set and taken
 * back, was 6 % of the processor time of creating todos. While nobody waits nothing runs.
 *
 * <p>Thread-safe.
 *
 * @param <W> who waits
 */
final class Timeouts<W> {
  private static final int STEP = 50;

  private final long most;
  private final Consumer<? super W> end;
  private final Executor later = CompletableFuture.delayedExecutor(STEP, MILLISECONDS);
  private final AtomicBoolean watching = new AtomicBoolean();

  /** Whoever waits, and the number of the look before which they came. */
  private final Map<W, Long> waiting = new ConcurrentHashMap<>();

  private volatile long looks;

  /** Calls {@code end} for whoever has waited for so long, until they leave. */
  Timeouts(Duration patience, Consumer<? super W> end) {
    this.most = patience.toMillis() / STEP;
    this.end = end;
  }

  /** Begins to count. */
  void enter(W waiter) {
    waiting.put(waiter, looks);
    watch();
  }

  /** Is done with waiting. */
  void leave(W waiter) {
    waiting.remove(waiter);
  }

  private void watch() {
    if (!watching.get() && watching.compareAndSet(false, true)) {
      try {
        later.execute(this::look);
      } catch (RuntimeException | Error failure) {
        watching.set(false);
        throw failure;
      }
    }
  }

  private void look() {
    long now = looks + 1;
    looks = now;
    try {
      waiting.forEach((waiter, since) -> {
        if (now - since >= most) {
          end.accept(waiter);
        }
      });
    } finally {
      watching.set(false);
      // Checked behind that: either this sees who comes, or they see that nobody watches.
      if (!waiting.isEmpty()) {
        watch();
      }
    }
  }
}

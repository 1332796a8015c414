package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the indexes are made before anything else is done, and once.
 *
 * <p>Whoever comes first starts an attempt on a thread of its own; all who come meanwhile share its
 * outcome, so that a server that is down costs each of them one timeout and not one after the
 * other. After a failure the next to come tries again.
 */
final class Indexes {
  private final Runnable creation;

  /** The attempt that is under way or has succeeded. */
  private final AtomicReference<@Nullable CompletableFuture<Boolean>> attempt =
      new AtomicReference<>();

  Indexes(Runnable creation) {
    this.creation = creation;
  }

  /**
   * Returns once the indexes are there.
   *
   * @throws com.mongodb.MongoException when they cannot be made now, or not soon enough
   */
  void ensure() {
    CompletableFuture<Boolean> current = attempt.get();
    await(current == null ? begin() : current);
  }

  private CompletableFuture<Boolean> begin() {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> other = attempt.compareAndExchange(null, mine);
    if (other != null) {
      return other;
    }
    var _ = Thread.ofVirtual().name("mongo-indexes").start(() -> make(mine));
    return mine;
  }

  private void make(CompletableFuture<Boolean> outcome) {
    try {
      creation.run();
      outcome.complete(true);
    } catch (RuntimeException | Error failure) {
      attempt.set(null);
      outcome.completeExceptionally(failure);
    }
  }

  private static void await(CompletableFuture<Boolean> outcome) {
    try {
      var _ = outcome.get(ClientSettings.OPERATION_MILLISECONDS, MILLISECONDS);
    } catch (TimeoutException stillRunning) {
      throw new MongoTimeoutException("the indexes are still being made");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MongoInterruptedException("interrupted before the indexes were made", interrupted);
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new AssertionError(failure);
      }
    }
  }
}

package dev.honeydo.adapters.security;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The platform threads on which passwords are hashed, as many as hashes may be computed at once.
 *
 * <p>The work occupies a thread from its first to its last instruction, whatever becomes of who
 * asked for it; virtual threads that ask wait without a carrier. Up to {@value #WAITING_PER_THREAD}
 * for each thread may wait, no longer than {@link #LONGEST_WAIT}; the rest are turned away at once.
 *
 * <p>Thread-safe.
 */
final class HashingThreads implements AutoCloseable {
  /** How long work may wait for a thread. Once begun it is always waited for. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** How much work may wait for each thread. */
  static final int WAITING_PER_THREAD = 4;

  private final ThreadPoolExecutor threads;
  private final Duration longestWait;

  HashingThreads(int count) {
    this(count, LONGEST_WAIT);
  }

  HashingThreads(int count, Duration longestWait) {
    this.longestWait = longestWait;
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(count * WAITING_PER_THREAD),
            Thread.ofPlatform().daemon().name("password-hashing-", 1).factory());
  }

  /**
   * What {@code work} comes to, or empty where there is too much of it: then nothing was done.
   *
   * <p>A caller that is interrupted while its work waits withdraws it; one whose work has begun
   * gets its result. Either way it stays interrupted. What the work throws is thrown here.
   */
  <T> Optional<T> run(Supplier<T> work) {
    Job<T> job = new Job<>(work);
    try {
      threads.execute(job);
    } catch (RejectedExecutionException fullOrClosed) {
      return Optional.empty();
    }
    if (!job.beginsWithin(longestWait) && job.claim()) {
      boolean _ = threads.remove(job);
      return Optional.empty();
    }
    return Optional.of(job.result());
  }

  /** Waits for all work that was taken on; whatever comes later is turned away. */
  @Override
  public void close() {
    ((ExecutorService) threads).close();
  }

  private static final class Job<T> implements Runnable {
    private final Supplier<T> work;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    Job(Supplier<T> work) {
      this.work = work;
    }

    /** Either the thread that does the work succeeds in this, or the caller that withdraws it. */
    boolean claim() {
      return claimed.compareAndSet(false, true);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // The caller throws it again, whatever it is.
    public void run() {
      if (!claim()) {
        return;
      }
      begun.countDown();
      try {
        outcome.complete(work.get());
      } catch (Throwable thrown) {
        outcome.completeExceptionally(thrown);
      }
    }

    boolean beginsWithin(Duration wait) {
      try {
        return begun.await(wait.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    T result() {
      try {
        return outcome.join();
      } catch (CompletionException e) {
        switch (e.getCause()) {
          case RuntimeException thrown -> throw thrown;
          case Error thrown -> throw thrown;
          case null, default -> throw e;
        }
      }
    }
  }
}

package dev.honeydo.bootstrap;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a daemon thread of its own. A bug in it does not end it. */
final class Periodic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScheduledExecutorService thread;

  private Periodic(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * Begins.
   *
   * @param name of the thread
   * @param first how long until the work is done first
   * @param pause how long from the end of one time to the beginning of the next; positive
   */
  static Periodic begin(String name, Duration first, Duration pause, Runnable work) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(
            () -> unfailing(name, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return new Periodic(thread);
  }

  private static void unfailing(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      LOG.error("{} failed", name, bug);
    }
  }

  /** Interrupts the work and waits until it has stopped, but not for long. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Something is still being done in the background; it is left behind");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}

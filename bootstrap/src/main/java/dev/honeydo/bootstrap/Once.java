package dev.honeydo.bootstrap;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done once, on a daemon thread of its own. A bug in it hinders nothing else. */
final class Once implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Once.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread thread;

  private Once(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins.
   *
   * @param name of the thread
   */
  static Once begin(String name, Runnable work) {
    return new Once(Thread.ofPlatform().daemon().name(name).start(() -> unfailing(name, work)));
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
    thread.interrupt();
    try {
      if (!thread.join(PATIENCE)) {
        LOG.warn("Something is still being done in the background; it is left behind");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}

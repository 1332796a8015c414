package dev.honeydo.benchmarks.growth;

import dev.honeydo.application.port.PortUnavailable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/** Does much with many threads, so that writes share their way to the disk. */
final class AllAtOnce {
  private static final int AT_ONCE = 64;

  private AllAtOnce() {}

  static void run(int count, IntConsumer work) throws InterruptedException {
    Semaphore room = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int number = i;
        room.acquire();
        threads.execute(() -> {
          try {
            insist(() -> work.accept(number));
          } finally {
            room.release();
          }
        });
        if (i > 0 && i % 50_000 == 0) {
          System.err.println(i + " of " + count);
        }
      }
    }
  }

  /**
   * Tries until it is done: a machine that is busy may keep a record waiting longer than it does.
   */
  private static void insist(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (PortUnavailable slow) {
        System.err.println("again: " + slow.getMessage());
      }
    }
  }
}

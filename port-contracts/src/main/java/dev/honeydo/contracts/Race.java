package dev.honeydo.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many threads that do the same thing at the same time. */
public final class Race {
  /** How many run against each other unless a clause says otherwise. */
  public static final int CONTENDERS = 16;

  private Race() {}

  /** What each of {@link #CONTENDERS} threads came to, in the order of their numbers. */
  public static <T> List<T> run(IntFunction<T> attempt) {
    return run(CONTENDERS, attempt);
  }

  /**
   * What each of {@code contenders} virtual threads came to, in the order of their numbers from 0.
   *
   * @throws AssertionError when one of them throws
   */
  public static <T> List<T> run(int contenders, IntFunction<T> attempt) {
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          IntStream.range(0, contenders)
              .mapToObj(number ->
                  threads.submit(() -> {
                    start.await();
                    return attempt.apply(number);
                  }))
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException thrown) {
      throw new AssertionError("a contender must be answered, not thrown at", thrown.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }
}

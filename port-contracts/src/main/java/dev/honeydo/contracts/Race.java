package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Many threads that do the same thing at the same time, again and again.
 *
 * <p>They are threads of the platform, which the system takes turns with wherever they are; virtual
 * ones run from one wait to the next, and hardly ever meet.
 */
public final class Race {
  /** How many run against each other unless a clause says otherwise. */
  public static final int CONTENDERS = 16;

  /**
   * How many rounds find what goes wrong in few of them. Without its row locks the example on H2
   * was found out by each clause that was tried in 14 of 14 runs, on two cores with much else to
   * do.
   */
  static final int ROUNDS = 10;

  /** How many set out together. */
  private static final int BURST = 4;

  /**
   * How often contenders look for those with whom they set out: for a millisecond or two. By then
   * they have used up so much of their turn that the system takes it from them half way, wherever
   * that is.
   */
  private static final int LOOKS = 100_000;

  private static final ScopedValue<Boolean> IN_BURSTS = ScopedValue.newInstance();
  private static final ScopedValue<Integer> NUMBER = ScopedValue.newInstance();
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("contender-", 0).factory());

  private Race() {}

  /** Whether the thread that asks is one of those that run against each other. */
  static boolean isOn() {
    return NUMBER.isBound();
  }

  /** Does that so many times. In more than one round contenders set out in bursts. */
  static void repeat(int rounds, Runnable round) {
    if (rounds == 1) {
      round.run();
      return;
    }
    for (int done = 0; done < rounds; done++) {
      ScopedValue.where(IN_BURSTS, true).run(round);
    }
  }

  /** What each of {@link #CONTENDERS} threads came to, in the order of their numbers. */
  public static <T> List<T> run(IntFunction<T> attempt) {
    return run(CONTENDERS, attempt);
  }

  /**
   * What each of {@code contenders} threads came to, in the order of their numbers from 0.
   *
   * @throws AssertionError when one of them throws
   */
  public static <T> List<T> run(int contenders, IntFunction<T> attempt) {
    CyclicBarrier start = new CyclicBarrier(contenders);
    AtomicInteger arrived = new AtomicInteger();
    boolean inBursts = IN_BURSTS.isBound();
    List<Future<T>> running =
        IntStream.range(0, contenders)
            .mapToObj(number ->
                THREADS.submit(() -> {
                  start.await();
                  if (inBursts) {
                    awaitBurst(arrived, contenders);
                  }
                  return ScopedValue.where(NUMBER, number).call(() -> attempt.apply(number));
                }))
            .toList();
    List<T> results = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    for (Future<T> each : running) {
      try {
        results.add(each.get());
      } catch (ExecutionException failed) {
        thrown.add(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", stopped);
      }
    }
    if (!thrown.isEmpty()) {
      throw new AssertionError("a contender must be answered, not thrown at", thrown.getFirst());
    }
    return results;
  }

  /** Waits, as long as a test can. */
  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  private static void awaitBurst(AtomicInteger arrived, int contenders) {
    int number = arrived.incrementAndGet();
    int burst = Math.min(contenders, Math.ceilDiv(number, BURST) * BURST);
    for (int looks = 0; arrived.get() < burst && looks < LOOKS; looks++) {
      Thread.onSpinWait();
    }
  }
}

package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PeriodicTest {
  private static final Duration SOON = Duration.ofMillis(1);

  @Test
  void aBugDoesNotEndIt() throws InterruptedException {
    CountDownLatch times = new CountDownLatch(3);
    try (LogLines log = new LogLines(Periodic.class);
        Periodic _ =
            Periodic.begin(
                "trial",
                SOON,
                SOON,
                () -> {
                  times.countDown();
                  throw new IllegalStateException("a bug");
                })) {
      assertThat(times.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(log.all()).contains("ERROR trial failed");
    }
  }

  @Test
  void closingInterruptsTheWorkAndWaitsForIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<String> ended = new AtomicReference<>("");
    Periodic periodic =
        Periodic.begin(
            "trial",
            SOON,
            SOON,
            () -> {
              begun.countDown();
              try {
                boolean _ = new CountDownLatch(1).await(1, TimeUnit.MINUTES);
              } catch (InterruptedException closing) {
                ended.set(Thread.currentThread().isDaemon() ? "interrupted" : "no daemon");
              }
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    periodic.close();
    assertThat(ended.get()).isEqualTo("interrupted");
  }
}

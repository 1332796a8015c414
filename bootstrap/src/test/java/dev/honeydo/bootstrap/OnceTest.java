package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OnceTest {
  @Test
  void aBugIsLogged() {
    try (LogLines log = new LogLines(Once.class);
        Once _ =
            Once.begin(
                "trial",
                () -> {
                  throw new IllegalStateException("a bug");
                })) {
      Await.until(Duration.ofSeconds(10), () -> log.all().contains("ERROR trial failed"));
    }
  }

  @Test
  void closingInterruptsTheWorkAndWaitsForIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<String> ended = new AtomicReference<>("");
    Once once =
        Once.begin(
            "trial",
            () -> {
              begun.countDown();
              try {
                boolean _ = new CountDownLatch(1).await(1, TimeUnit.MINUTES);
              } catch (InterruptedException closing) {
                ended.set(Thread.currentThread().isDaemon() ? "interrupted" : "no daemon");
              }
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    once.close();
    assertThat(ended.get()).isEqualTo("interrupted");
  }
}

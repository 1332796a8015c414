package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TimeoutsTest {
  private static final Duration EARLY = Duration.ofMillis(50);

  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

  @Test
  @DisplayName("who waits is ended no earlier than a step before their patience runs out")
  void endsWhoWaitsForTooLong() throws InterruptedException {
    Duration patience = Duration.ofMillis(300);
    Timeouts<String> timeouts = new Timeouts<>(patience, ended::add);
    timeouts.enter("first");
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      timeouts.enter("waiter " + i);
      assertThat(nextBut("first")).isEqualTo("waiter " + i);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(patience.minus(EARLY));
      timeouts.leave("waiter " + i);
    }
  }

  @Test
  @DisplayName("who has left is not ended, and who came behind them is")
  void passesOverWhoLeft() throws InterruptedException {
    Timeouts<String> timeouts = new Timeouts<>(Duration.ofMillis(100), ended::add);
    timeouts.enter("gone");
    timeouts.leave("gone");
    timeouts.enter("there");
    assertThat(next()).isEqualTo("there");
  }

  @Test
  @DisplayName("who comes when nobody has waited for a while is ended, too")
  void watchesAgain() throws InterruptedException {
    Timeouts<String> timeouts = new Timeouts<>(EARLY, ended::add);
    for (int i = 0; i < 10; i++) {
      timeouts.enter("waiter " + i);
      assertThat(next()).isEqualTo("waiter " + i);
      timeouts.leave("waiter " + i);
      ended.clear();
    }
  }

  @Test
  @DisplayName("an end that fails is one end that failed: whoever waits next is ended")
  void survivesAFailure() throws InterruptedException {
    Timeouts<String> timeouts =
        new Timeouts<>(
            EARLY,
            waiter -> {
              boolean _ = ended.add(waiter);
              if (waiter.equals("bad")) {
                throw new IllegalStateException("an end that fails");
              }
            });
    timeouts.enter("bad");
    assertThat(next()).isEqualTo("bad");
    timeouts.leave("bad");
    timeouts.enter("good");
    assertThat(nextBut("bad")).isEqualTo("good");
  }

  private String nextBut(String known) throws InterruptedException {
    String next = next();
    while (next.equals(known)) {
      next = next();
    }
    return next;
  }

  private String next() throws InterruptedException {
    @Nullable String next = ended.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return String.valueOf(next);
  }
}

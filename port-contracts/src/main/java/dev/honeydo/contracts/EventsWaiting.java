package dev.honeydo.contracts;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Readers wait for what is to come. */
interface EventsWaiting extends EventsSubject {
  /** Longer than any test takes. */
  Duration LONG = Duration.ofMinutes(5);

  @Test
  @DisplayName("EVENT-14 whoever reads where nothing is waits for it, and is woken when it comes")
  default void wakes() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    CountDownLatch reading = new CountDownLatch(1);
    FutureTask<Events.Reading> waiting =
        new FutureTask<>(() -> {
          reading.countDown();
          return events().read(owner, start, LONG);
        });
    Thread reader = Thread.ofVirtual().start(waiting);
    await(reading);
    assertThatThrownBy(() -> waiting.get(200, MILLISECONDS)).isInstanceOf(TimeoutException.class);
    Event event = created();
    publish(anotherView(), owner, Stream.of(event));
    assertThat(answer(waiting))
        .isInstanceOfSatisfying(
            Events.News.class,
            news -> assertThat(news.entries().getFirst().event()).isEqualTo(event));
    assertThat(reader.isInterrupted()).isFalse();
  }

  @Test
  @DisplayName("EVENT-15 whoever has waited long enough is told that there is nothing")
  default void isQuiet() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    assertThat(events().read(owner, start, Duration.ofMillis(50))).isEqualTo(new Events.Quiet());
  }

  @Test
  @DisplayName("EVENT-16 whoever is interrupted waits no longer, and stays interrupted")
  default void canBeInterrupted() {
    UserId owner = Specimens.userId();
    EventId start = events().end(owner);
    CountDownLatch reading = new CountDownLatch(1);
    FutureTask<Boolean> waiting =
        new FutureTask<>(() -> {
          reading.countDown();
          Events.Reading _ = events().read(owner, start, LONG);
          return isInterruptedSoon();
        });
    Thread reader = Thread.ofVirtual().start(waiting);
    await(reading);
    reader.interrupt();
    assertThat(answer(waiting)).isTrue();
  }

  /** Who waited for nothing may be back before they are interrupted. */
  private boolean isInterruptedSoon() {
    try {
      return !new CountDownLatch(1).await(patience().toMillis(), MILLISECONDS)
          && Thread.currentThread().isInterrupted();
    } catch (InterruptedException asExpected) {
      return true;
    }
  }

  private <T> T answer(FutureTask<T> task) {
    try {
      return task.get(patience().toMillis(), MILLISECONDS);
    } catch (ExecutionException | TimeoutException none) {
      throw new AssertionError("no answer", none);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }
}

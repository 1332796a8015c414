package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.domain.auth.Session;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A load that a write overtakes is never found: it is held just after it has read the record. */
interface CacheOvertaking extends CacheSubject {

  @Test
  @DisplayName("CACHE-20 a load that a write of its view overtook is not remembered")
  default void isOvertaken() {
    assertOvertaken(cache(), cache(), Held.something());
  }

  @Test
  @DisplayName("CACHE-21 a load that a write of another view overtook is not remembered")
  default void isOvertakenElsewhere() {
    assertOvertaken(cache(), anotherView(), Held.something());
  }

  @Test
  @DisplayName("CACHE-22 that there was nothing before a write is not remembered after it")
  default void isOvertakenWhileAbsent() {
    assertOvertaken(cache(), anotherView(), new Held(Optional.empty()));
  }

  @Test
  @DisplayName("CACHE-23 who asks after a write does not get a load that began before it")
  default void doesNotJoinTheOvertaken() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Pause pause = new Pause();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Session>> early = threads.submit(() -> cache().read(key, pause.after(held)));
      pause.awaitReached();
      try {
        Optional<Session> changed = anotherView().write(key.owner(), Scope.ACCESS, held::change);
        settle();
        Future<Optional<Session>> late = threads.submit(() -> cache().read(key, held));
        assertThat(within(late)).isEqualTo(changed);
      } finally {
        pause.end();
      }
      var _ = within(early);
    }
  }

  @Test
  @DisplayName("CACHE-24 what is loaded while a write is under way is not remembered after it")
  default void forgetsWhatWasLoadedMeanwhile() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Pause pause = new Pause();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Session>> write =
          threads.submit(
              () -> cache().write(key.owner(), Scope.ACCESS, pause.before(held::change)));
      pause.awaitReached();
      try {
        Optional<Session> _ = cache().read(key, held);
        Optional<Session> _ = anotherView().read(key, held);
      } finally {
        pause.end();
      }
      Optional<Session> changed = within(write);
      settle();
      assertThat(cache().read(key, held)).isEqualTo(changed);
      assertThat(anotherView().read(key, held)).isEqualTo(changed);
    }
  }

  @Test
  @DisplayName("CACHE-25 the end of one write is not the end of another that is under way")
  default void waitsForTheLastWriter() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Pause pause = new Pause();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Session>> write =
          threads.submit(
              () -> cache().write(key.owner(), Scope.ACCESS, pause.before(held::change)));
      pause.awaitReached();
      try {
        Optional<Session> _ = anotherView().write(key.owner(), Scope.ACCESS, held::now);
        settle();
        Optional<Session> _ = anotherView().read(key, held);
        settle();
        Optional<Session> _ = anotherView().read(key, held);
        assertThat(held.loads()).as("loads while the first writer is at work").isEqualTo(2);
      } finally {
        pause.end();
      }
      Optional<Session> changed = within(write);
      settle();
      assertThat(anotherView().read(key, held)).isEqualTo(changed);
    }
  }

  private void assertOvertaken(Cache reader, Cache writer, Held held) {
    Cache.SessionById key = CacheReading.key();
    Pause pause = new Pause();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Session>> early = threads.submit(() -> reader.read(key, pause.after(held)));
      pause.awaitReached();
      Optional<Session> changed;
      try {
        changed = writer.write(key.owner(), Scope.ACCESS, held::change);
      } finally {
        pause.end();
      }
      var _ = within(early);
      settle();
      assertThat(reader.read(key, held)).isEqualTo(changed);
      assertThat(writer.read(key, held)).isEqualTo(changed);
    }
  }

  /** What it gives, as soon as a test can wait for. */
  static <T> T within(Future<T> answer) {
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("not answered", e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  /** A place where whoever comes by is held. */
  final class Pause {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Is held once it has read. */
    <T> Supplier<T> after(Supplier<T> read) {
      return () -> {
        T value = read.get();
        hold();
        return value;
      };
    }

    /** Is held before it changes anything. */
    <T> Supplier<T> before(Supplier<T> change) {
      return () -> {
        hold();
        return change.get();
      };
    }

    private void hold() {
      reached.countDown();
      Race.await(ended);
    }

    void awaitReached() {
      Race.await(reached);
    }

    void end() {
      ended.countDown();
    }
  }
}

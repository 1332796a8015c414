package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class CircuitTest {
  private final AtomicInteger worked = new AtomicInteger();
  private final AtomicInteger tried = new AtomicInteger();
  private volatile Runnable trial = () -> {};
  private final Circuit circuit =
      new Circuit(() -> {
        Runnable current = trial;
        tried.incrementAndGet();
        current.run();
      });

  @Test
  void afterFiveCallsThatFoundNoServerNoneIsMade() {
    open();
    assertThat(worked).hasValue(5);
    assertThatExceptionOfType(CallNotPermittedException.class).isThrownBy(() -> call(this::found));
    assertThat(worked).hasValue(5);
    assertThat(circuit.isClosed()).isFalse();
    assertThat(tried).hasValue(1);
  }

  @Test
  void oneCallThatFoundTheServerMakesUpForFourThatDidNot() {
    for (int round = 0; round < 5; round++) {
      for (int count = 0; count < 4; count++) {
        assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> call(this::none));
      }
      assertThat(call(this::found)).isTrue();
    }
  }

  @Test
  void whatAServerRefusesIsNoReasonToLeaveItAlone() {
    for (int count = 0; count < 20; count++) {
      assertThatExceptionOfType(MongoCommandException.class).isThrownBy(() -> call(this::refused));
    }
    assertThat(worked).hasValue(20);
  }

  @Test
  void aServerThatIsThereAgainIsFoundByTheFirstWhoComesAfterTheBreak() {
    open();
    trial = () -> {};
    assertThat(callUntilPermitted(this::found)).isTrue();
    assertThat(circuit.isClosed()).isTrue();
    assertThat(tried).hasValue(2);
    assertThat(call(this::found)).isTrue();
    assertThat(tried).hasValue(2);
  }

  @Test
  void aServerThatIsStillAwayIsLookedForByOneAndLeftAloneAgain() {
    open();
    while (tried.get() < 3) {
      assertThatExceptionOfType(CallNotPermittedException.class)
          .isThrownBy(() -> call(this::found));
    }
    assertThat(worked).hasValue(5);
  }

  @Test
  void whoeverHasItLookedDoesNotWaitLong() {
    open();
    CountDownLatch silence = new CountDownLatch(1);
    trial = () -> await(silence);
    Duration longest = Duration.ZERO;
    while (tried.get() == 1) {
      long start = System.nanoTime();
      assertThatExceptionOfType(CallNotPermittedException.class)
          .isThrownBy(() -> call(this::found));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    assertThat(longest).isBetween(Duration.ofMillis(150), Duration.ofMillis(900));
    silence.countDown();
    assertThat(callUntilPermitted(this::found)).isTrue();
    assertThat(tried).hasValue(2);
  }

  @Test
  void aServerThatWasOnlySlowIsNotLeftAlone() {
    failFiveTimes();
    assertThat(callUntilPermitted(this::found)).isTrue();
    assertThat(tried).hasValue(1);
  }

  private void open() {
    trial =
        () -> {
          throw new MongoTimeoutException("away");
        };
    failFiveTimes();
    while (tried.get() == 0) {
      Thread.onSpinWait();
    }
  }

  private void failFiveTimes() {
    for (int count = 0; count < 5; count++) {
      assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> call(this::none));
    }
  }

  private <T> T call(Supplier<T> work) {
    return circuit.call(work);
  }

  private <T> T callUntilPermitted(Supplier<T> work) {
    while (true) {
      try {
        return circuit.call(work);
      } catch (CallNotPermittedException notYet) {
        Thread.onSpinWait();
      }
    }
  }

  private boolean found() {
    worked.incrementAndGet();
    return true;
  }

  private boolean none() {
    worked.incrementAndGet();
    throw new MongoTimeoutException("none");
  }

  private boolean refused() throws MongoException {
    worked.incrementAndGet();
    throw new MongoCommandException(new BsonDocument(), new ServerAddress());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}

package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import dev.honeydo.adapters.mongo.Circuit.LeftAlone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  void afterOneCallThatFoundNoServerAndALookNoneIsMade() {
    open();
    assertThat(worked).hasValue(1);
    assertThatExceptionOfType(LeftAlone.class).isThrownBy(() -> call(this::found));
    assertThat(worked).hasValue(1);
    assertThat(circuit.isClosed()).isFalse();
    assertThat(tried).hasValue(1);
  }

  @Test
  void howeverManyFindNoServerAtOnceOneLooks() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(1);
    CountDownLatch silence = new CountDownLatch(1);
    trial = () -> await(silence);
    List<Thread> callers = new ArrayList<>();
    for (int count = 0; count < 20; count++) {
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  var _ =
                      call(() -> {
                        await(together);
                        return none();
                      });
                } catch (MongoTimeoutException expected) {
                  // As everybody is told.
                }
              }));
    }
    while (callers.stream().anyMatch(it -> it.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    together.countDown();
    for (Thread caller : callers) {
      caller.join();
    }
    silence.countDown();
    assertThat(callUntilPermitted(this::found)).isTrue();
    assertThat(tried).hasValue(1);
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
      assertThatExceptionOfType(LeftAlone.class).isThrownBy(() -> call(this::found));
    }
    assertThat(worked).hasValue(1);
  }

  @Test
  void whoeverHasItLookedDoesNotWaitLong() {
    open();
    CountDownLatch silence = new CountDownLatch(1);
    trial = () -> await(silence);
    Duration longest = Duration.ZERO;
    while (tried.get() == 1) {
      long start = System.nanoTime();
      assertThatExceptionOfType(LeftAlone.class).isThrownBy(() -> call(this::found));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    assertThat(longest).isBetween(Duration.ofMillis(50), Duration.ofMillis(900));
    silence.countDown();
    assertThat(callUntilPermitted(this::found)).isTrue();
    assertThat(tried).hasValue(2);
  }

  @Test
  void aServerThatWasOnlySlowIsNotLeftAlone() {
    fail();
    assertThat(callUntilPermitted(this::found)).isTrue();
    assertThat(tried).hasValue(1);
  }

  @Test
  void whoIsAnsweredMeanwhileEndsTheDoubt() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              var _ =
                  call(() -> {
                    begun.countDown();
                    await(slow);
                    return found();
                  });
            });
    await(begun);
    CountDownLatch silence = new CountDownLatch(1);
    trial = () -> await(silence);
    fail();
    assertThatExceptionOfType(LeftAlone.class).isThrownBy(() -> call(this::found));
    slow.countDown();
    caller.join();
    assertThat(circuit.isClosed()).isTrue();
    assertThat(call(this::found)).isTrue();
    silence.countDown();
  }

  private void open() {
    trial =
        () -> {
          throw new MongoTimeoutException("away");
        };
    fail();
    while (tried.get() == 0) {
      Thread.onSpinWait();
    }
  }

  private void fail() {
    assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> call(this::none));
  }

  private <T> T call(Supplier<T> work) {
    return circuit.call(work);
  }

  private <T> T callUntilPermitted(Supplier<T> work) {
    while (true) {
      try {
        return circuit.call(work);
      } catch (LeftAlone notYet) {
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
